package io.microblog.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/** What people do on a day like any other: they read much, look somebody or something up, and seldom write. */
final class Everyday {

    private static final Duration PAUSE = Duration.ofMillis(150);

    private static final List<String> PLACES = List.of(
            "/api/v1/timelines/home",
            "/api/v1/timelines/home",
            "/api/v1/timelines/home?limit=40",
            "/api/v1/timelines/public",
            "/api/v1/notifications",
            "/api/v2/notifications",
            "/api/v1/trends/statuses",
            "/api/v1/trends/tags",
            "/api/v1/bookmarks",
            "/api/v1/announcements");

    private static final List<String> WORDS =
            List.of("bread", "garden", "train", "rain", "book", "sea", "coffee", "bike");

    private final DemoApi api;
    private final List<Member> members;

    Everyday(DemoApi api, List<Member> members) {
        this.api = api;
        this.members = members;
    }

    /**
     * One person after the other, until a time.
     *
     * @param end by {@link System#nanoTime}
     * @return the number of requests
     */
    long live(Random random, long end) {
        long requests = 0;
        while (System.nanoTime() - end < 0) {
            requests += act(members.get(random.nextInt(members.size())), random);
            Pause.of(PAUSE);
        }
        return requests;
    }

    private int act(Member member, Random random) {
        int moment = random.nextInt(100);
        if (moment < 60) {
            return read(member, PLACES.get(random.nextInt(PLACES.size())));
        }
        if (moment < 70) {
            return read(member, "/api/v2/search?q=" + WORDS.get(random.nextInt(WORDS.size())));
        }
        if (moment < 80) {
            String other = members.get(random.nextInt(members.size())).id();
            return read(member, "/api/v1/accounts/" + other) + read(member, "/api/v1/accounts/" + other + "/statuses");
        }
        return moment < 97 ? visit(member, moment % 3 == 0) : write(member, random);
    }

    /** Opens a post of the own home. */
    private int visit(Member member, boolean likes) {
        JsonNode home = api.get("/api/v1/timelines/home?limit=5", member.token(), Map.of());
        if (home.isEmpty()) {
            return 1;
        }
        String post =
                "/api/v1/statuses/" + home.path(home.size() - 1).path("id").asString();
        if (likes) {
            api.tryPost(post + "/favourite", member.token(), "", Map.of());
        }
        return read(member, post) + read(member, post + "/context") + (likes ? 2 : 1);
    }

    private int write(Member member, Random random) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        String text = "Once more about %s, number %d of today. #%s".formatted(word, random.nextInt(10_000), word);
        api.tryPost("/api/v1/statuses", member.token(), UUID.randomUUID().toString(), Map.of("status", text));
        return 1;
    }

    private int read(Member member, String path) {
        api.tryGet(path, member.token());
        return 1;
    }
}
