package io.microblog.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What moderators do about somebody shows within a second on every way on which people come across them, nowhere else,
 * and once it is taken back everything is there again.
 */
class SanctionTests {

    private static final Http STAFF = Person.owner("warden").within("read write admin:read admin:write");
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String OWN_ACCESS = "own access";
    private static final Set<String> CROWDS = Set.of(
            "public timeline", "hashtag timeline", "thread", "search for posts", "search for people", "directory");
    private static final Set<String> POST = Set.of(
            "public timeline",
            "hashtag timeline",
            "home",
            "list",
            "boost",
            "profile's posts",
            "post",
            "post without a warning",
            "search for posts",
            "translation",
            "link preview");

    private final Scene scene = new Scene();

    /** A way on which people come across somebody, and whether they do at this moment. */
    private record Way(String name, BooleanSupplier open) {}

    @Test
    void whoIsWarnedIsStillEverywhere() {
        scene.act(Map.of("type", "none", "text", "Mind this"));

        assertThat(scene.closed()).isEmpty();
    }

    @Test
    void sensitivePeoplesPostsCarryAWarning() {
        Set<String> unmarked = Set.of("post without a warning");
        closes("sensitive", unmarked);
        opens("unsensitive", unmarked);
    }

    @Test
    void limitedPeopleLeaveWhereOneComesAcrossThem() {
        closes("silence", CROWDS);
        try (EventStream strangers = scene.reader.stream("public");
                EventStream followers = scene.fan.stream("user")) {
            String post = scene.troll.post("Still here");
            followers.await(post);
            strangers.await(scene.fan.post("Next"));
            assertThat(strangers.told(post)).isFalse();
        }
        opens("unsilence", CROWDS);
    }

    @Test
    void frozenPeopleLoseTheirOwnAccessAlone() {
        Set<String> own = Set.of(OWN_ACCESS);
        try (EventStream stream = scene.troll.stream("user")) {
            closes("disable", own);
            stream.awaitEnd();
        }
        opens("enable", own);
    }

    @Test
    void suspendedPeopleVanish() {
        try (EventStream stream = scene.troll.stream("user")) {
            closes("suspend", scene.names());
            stream.awaitEnd();
        }
        opens("unsuspend", scene.names());
    }

    @Test
    void reportedPostsThatAreDeletedVanishAlone() {
        String report = scene.report();
        scene.act(Map.of(
                "type",
                "delete_statuses",
                "report_id",
                report,
                "status_ids",
                List.of(scene.post),
                "send_email_notification",
                true));

        scene.changes("delete_statuses", POST, false);
        assertThat(scene.closed()).isEqualTo(POST);
        scene.troll.awaitNotified("moderation_warning", 1);
        assertThat(scene.troll
                        .notifications("moderation_warning")
                        .getFirst()
                        .at("/moderation_warning/status_ids/0")
                        .asString())
                .isEqualTo(scene.post);
    }

    private void closes(String sanction, Set<String> ways) {
        scene.act(Map.of("type", sanction));

        scene.changes(sanction, ways, false);
        assertThat(scene.closed()).as("closed by " + sanction).isEqualTo(ways);
    }

    private void opens(String reversal, Set<String> ways) {
        STAFF.post(scene.account() + "/" + reversal, Map.of()).expect(200);

        scene.changes(reversal, ways, true);
        assertThat(scene.closed()).as("closed after " + reversal).isEmpty();
    }

    /** Somebody, one who follows them, and one who does not but follows that one. */
    private static final class Scene {

        final Person troll = Person.signUp("troll");
        final Person fan = Person.signUp("fan");
        final Person reader = Person.signUp("reader");
        final String post;
        private final String word = "Marmoset" + troll.username.replaceAll("[^a-z]", "");
        private final List<Way> ways;

        Scene() {
            troll.api
                    .patch("/api/v1/accounts/update_credentials", Map.of("discoverable", true, "indexable", true))
                    .expect(200);
            fan.follow(troll);
            reader.follow(fan);
            troll.follow(reader);
            post = troll.post(word + " in the rain #" + word);
            String own = reader.post("Who has seen an animal?");
            String answer = troll.answer(own, "@" + reader.username + " I have");
            act(troll, own, "favourite");
            act(troll, own, "reblog");
            String boost = act(fan, post, "reblog").get("id").asString();
            String list = fan.api
                    .post("/api/v1/lists", Map.of("title", "Animals"))
                    .expect(200)
                    .json()
                    .get("id")
                    .asString();
            fan.awaitInHome(post);
            fan.api
                    .post("/api/v1/lists/" + list + "/accounts", Map.of("account_ids", List.of(troll.id)))
                    .expect(200);
            var anyone = new Http().with("Accept", "text/html");
            ways = List.of(
                    new Way("public timeline", () -> lists(reader, "/api/v1/timelines/public?limit=40", post)),
                    new Way("hashtag timeline", () -> lists(reader, "/api/v1/timelines/tag/" + word, post)),
                    new Way("home", () -> fan.home().contains(post)),
                    new Way("list", () -> lists(fan, "/api/v1/timelines/list/" + list, post)),
                    new Way("boost", () -> reader.home().contains(boost)),
                    new Way(
                            "profile",
                            () -> !at(reader, "/api/v1/accounts/" + troll.id)
                                    .path("suspended")
                                    .asBoolean(false)),
                    new Way("profile's posts", () -> lists(reader, "/api/v1/accounts/" + troll.id + "/statuses", post)),
                    new Way(
                            "post",
                            () -> reader.api.get("/api/v1/statuses/" + post).status() == 200),
                    new Way("post without a warning", this::isUnmarked),
                    new Way(
                            "thread",
                            () -> Person.ids(at(reader, "/api/v1/statuses/" + own + "/context")
                                            .get("descendants"))
                                    .contains(answer)),
                    new Way("search for posts", () -> reader.search(word).contains(post)),
                    new Way(
                            "search for people",
                            () -> Person.ids(at(reader, "/api/v2/search?type=accounts&q=" + troll.username)
                                            .get("accounts"))
                                    .contains(troll.id)),
                    new Way("directory", () -> lists(reader, "/api/v1/directory?order=new&limit=80", troll.id)),
                    new Way(
                            "favourited by",
                            () -> lists(reader, "/api/v1/statuses/" + own + "/favourited_by", troll.id)),
                    new Way("boosted by", () -> lists(reader, "/api/v1/statuses/" + own + "/reblogged_by", troll.id)),
                    new Way("followers", () -> lists(reader, "/api/v1/accounts/" + reader.id + "/followers", troll.id)),
                    new Way(
                            "notifications",
                            () -> reader.notifications("favourite").stream()
                                    .anyMatch(one ->
                                            one.at("/account/id").asString().equals(troll.id))),
                    new Way(
                            "translation",
                            () -> reader.api
                                            .post("/api/v1/statuses/" + post + "/translate", Map.of("lang", "es"))
                                            .status()
                                    == 200),
                    new Way(
                            "link preview",
                            () -> anyone.get("/@" + troll.username + "/" + post)
                                    .body()
                                    .contains(word)),
                    new Way(
                            OWN_ACCESS,
                            () -> troll.api
                                            .get("/api/v1/accounts/verify_credentials")
                                            .status()
                                    == 200));
            changes("what was written", names(), true, GIVE_UP);
        }

        private boolean isUnmarked() {
            Http.Answer answer = reader.api.get("/api/v1/statuses/" + post);
            return answer.status() == 200 && !answer.json().get("sensitive").asBoolean();
        }

        private static boolean lists(Person reader, String path, String id) {
            Http.Answer answer = reader.api.get(path);
            return answer.status() == 200 && Person.ids(answer.json()).contains(id);
        }

        private static JsonNode at(Person reader, String path) {
            return reader.api.get(path).expect(200).json();
        }

        private static JsonNode act(Person person, String post, String act) {
            return person.api
                    .post("/api/v1/statuses/" + post + "/" + act, Map.of())
                    .expect(200)
                    .json();
        }

        String account() {
            return "/api/v1/admin/accounts/" + troll.id;
        }

        void act(Map<String, ?> sanction) {
            STAFF.post(account() + "/action", sanction).expect(200);
        }

        String report() {
            return reader.api
                    .post(
                            "/api/v1/reports",
                            Map.of("account_id", troll.id, "status_ids", List.of(post), "comment", "Look"))
                    .expect(200)
                    .json()
                    .get("id")
                    .asString();
        }

        Set<String> names() {
            return ways.stream().map(Way::name).collect(Collectors.toSet());
        }

        /** The ways on which nobody comes across them now. */
        Set<String> closed() {
            return ways.stream()
                    .filter(way -> !way.open().getAsBoolean())
                    .map(Way::name)
                    .collect(Collectors.toSet());
        }

        void changes(String what, Set<String> names, boolean open) {
            changes(what, names, open, ALLOWED);
        }

        /**
         * Waits until all of these ways are open, or closed, from the answer to the moderator on. The middle one counts: whatever else runs on the machine may
         * hold up a single one.
         */
        private void changes(String what, Set<String> names, boolean open, Duration allowed) {
            long begin = System.nanoTime();
            var left = new ArrayList<>(
                    ways.stream().filter(way -> names.contains(way.name())).toList());
            Map<String, Duration> took = new LinkedHashMap<>();
            while (!left.isEmpty()) {
                left.removeIf(way -> {
                    boolean changed = way.open().getAsBoolean() == open;
                    if (changed) {
                        took.put(way.name(), Duration.ofNanos(System.nanoTime() - begin));
                    }
                    return changed;
                });
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .as(what + " has not reached "
                                + left.stream().map(Way::name).toList())
                        .isLessThan(GIVE_UP);
                pause();
            }
            System.out.println("In force everywhere, " + what + ": "
                    + took.entrySet().stream()
                            .map(way -> way.getKey() + " " + way.getValue().toMillis() + " ms")
                            .collect(Collectors.joining(", ")));
            if (open) {
                // A gateway remembers for some seconds whom it has refused.
                took.remove(OWN_ACCESS);
            }
            List<Duration> counted = took.values().stream().sorted().toList();
            if (!counted.isEmpty()) {
                assertThat(counted.get(counted.size() / 2)).as(what).isLessThan(allowed);
            }
        }

        private static void pause() {
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
