package io.microblog.search.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.search.Hit;

/** What somebody gets who puts the same documents into an index as it comes and asks it by a plain multi_match. */
final class Baseline implements AutoCloseable {

    private static final String INDEX = "plain-collection";

    private final ElasticsearchClient client;

    Baseline(ElasticsearchClient client) {
        this.client = client;
    }

    void add(String key, Map<String, String> fields) {
        try {
            client.index(write -> write.index(INDEX).id(key).document(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ready() throws IOException {
        client.index(write -> write.index(INDEX).id("last").document(Map.of()).refresh(Refresh.True));
    }

    List<String> ask(String text, String... fields) {
        try {
            return client
                    .search(
                            search -> search.index(INDEX)
                                    .size(40)
                                    .query(query -> query.multiMatch(
                                            match -> match.query(text).fields(List.of(fields)))),
                            Void.class)
                    .hits()
                    .hits()
                    .stream()
                    .map(Hit::id)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.indices().delete(delete -> delete.index(INDEX));
    }
}
