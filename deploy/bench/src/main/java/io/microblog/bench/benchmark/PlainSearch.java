package io.microblog.bench.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.local.collection.JudgedCollection;
import io.microblog.local.collection.JudgedQuery;
import tools.jackson.databind.json.JsonMapper;

/** What somebody gets who puts the judged collection into an index as it comes and asks it by a plain multi_match. */
final class PlainSearch implements AutoCloseable {

    private static final String INDEX = "/plain-collection";
    private static final int BATCH = 1_000;

    private final HttpConnection engine;
    private final StringBuilder lines = new StringBuilder();
    private int waiting;

    PlainSearch(URI elasticsearch) throws IOException {
        engine = new HttpConnection(elasticsearch);
        engine.send(HttpCall.json("DELETE", INDEX, ""));
    }

    /** @param noise what lies around the collection */
    void fill(List<JudgedCollection.Post> noise) throws IOException {
        for (JudgedCollection.Person person : JudgedCollection.people()) {
            add(person.key(), Map.of("username", person.username(), "display_name", person.displayName()));
        }
        for (JudgedCollection.Hashtag tag : JudgedCollection.hashtags()) {
            add(tag.name(), Map.of("hashtag", tag.name()));
        }
        for (JudgedCollection.Post post : noise) {
            add(post.key(), Map.of("text", post.text()));
        }
        for (JudgedCollection.Post post : JudgedCollection.posts()) {
            add(post.key(), Map.of("text", post.text()));
        }
        send();
        Indices.ask(engine, "POST", INDEX + "/_refresh", "");
    }

    private void add(String key, Map<String, String> fields) throws IOException {
        lines.append(json(Map.of("index", Map.of("_id", key)))).append('\n');
        lines.append(json(fields)).append('\n');
        if (++waiting == BATCH) {
            send();
        }
    }

    private void send() throws IOException {
        Indices.ask(engine, "POST", INDEX + "/_bulk", lines.toString());
        lines.setLength(0);
        waiting = 0;
    }

    /** The keys of what it finds, the best first. */
    List<String> ask(JudgedQuery query) throws IOException {
        List<String> fields = switch (query.language()) {
            case "people" -> List.of("username", "display_name");
            case "hashtags" -> List.of("hashtag");
            default -> List.of("text");
        };
        String request = json(
                Map.of("size", 40, "query", Map.of("multi_match", Map.of("query", query.text(), "fields", fields))));
        List<String> found = new ArrayList<>();
        Indices.ask(engine, "POST", INDEX + "/_search", request)
                .at("/hits/hits")
                .forEach(hit -> found.add(hit.path("_id").asString()));
        return found;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    @Override
    public void close() throws IOException {
        Indices.ask(engine, "DELETE", INDEX, "");
        engine.close();
    }
}
