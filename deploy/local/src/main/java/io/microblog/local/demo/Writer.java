package io.microblog.local.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.local.demo.drawing.Pictures;
import tools.jackson.databind.JsonNode;

/** Writes what the script says, with its pictures. */
final class Writer {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int POLL_SECONDS = 7 * 24 * 3600;

    private final DemoApi api;
    private final DemoLedger ledger;
    private final Map<Person, Member> members;

    Writer(DemoApi api, DemoLedger ledger, Map<Person, Member> members) {
        this.api = api;
        this.ledger = ledger;
        this.members = members;
    }

    /** @return whether anything was left to do */
    boolean write(Remark remark) {
        if (ledger.has(key(remark))) {
            return false;
        }
        Member author = member(remark.author());
        Map<String, Object> status = new HashMap<>();
        status.put("status", text(remark, author));
        status.put("language", remark.language());
        Map<String, String> options = remark.options();
        if (options.containsKey("cw")) {
            status.put("spoiler_text", options.get("cw"));
        }
        if (options.containsKey("md")) {
            status.put("content_type", "text/markdown");
        }
        if (options.containsKey("image")) {
            status.put("media_ids", List.of(upload(remark, author)));
        }
        if (options.containsKey("poll")) {
            status.put("poll", poll(remark));
        }
        if (remark.above() != null) {
            status.put("in_reply_to_id", id(remark.above()));
        }
        JsonNode written = api.post("/api/v1/statuses", author.token(), "demo-" + remark.key(), status);
        JsonNode poll = written.path("poll").path("id");
        if (poll.isString()) {
            ledger.record(key(remark) + ".poll", poll.asString());
        }
        ledger.record(key(remark), written.path("id").asString());
        return true;
    }

    /** Of a post that has been written. */
    String id(Remark remark) {
        return Objects.requireNonNull(ledger.find(key(remark)).orElse(null), remark::key);
    }

    static String key(Remark remark) {
        return "post." + remark.key();
    }

    /** A reply begins with the name of whom it answers, as clients write it. */
    private String text(Remark remark, Member author) {
        Remark above = remark.above();
        return above == null || above.author().equals(author.person())
                ? remark.text()
                : "@" + member(above.author()).username() + " " + remark.text();
    }

    private String upload(Remark remark, Member author) {
        String kind = Objects.requireNonNull(remark.options().get("image"), remark::key);
        Multipart form = new Multipart()
                .text("description", remark.options().getOrDefault("alt", ""))
                .image("file", "jpeg", Pictures.paint(kind, WIDTH, HEIGHT, remark.seed()));
        return api.send("POST", "/api/v2/media", author.token(), form)
                .path("id")
                .asString();
    }

    private static Map<String, Object> poll(Remark remark) {
        String choices = Objects.requireNonNull(remark.options().get("poll"), remark::key);
        return Map.of(
                "options", Arrays.stream(choices.split(";")).map(String::strip).toList(), "expires_in", POLL_SECONDS);
    }

    private Member member(Person person) {
        return Objects.requireNonNull(members.get(person), person::username);
    }
}
