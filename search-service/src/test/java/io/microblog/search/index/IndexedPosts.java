package io.microblog.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The posts that can be found, beside those that the rows say. */
record IndexedPosts(JdbcClient jdbc, ElasticsearchClient elasticsearch) {

    void assertEqualRows() {
        Map<Long, Long> expected = new HashMap<>();
        jdbc.sql("SELECT id, doc_version FROM post_document WHERE emptied_at IS NULL")
                .query(row -> {
                    expected.put(row.getLong("id"), row.getLong("doc_version"));
                });
        assertThat(versions()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** By id. */
    Map<Long, Long> versions() {
        try {
            elasticsearch.indices().refresh(refresh -> refresh.index("posts"));
            Map<Long, Long> versions = new HashMap<>();
            elasticsearch
                    .search(search -> search.index("posts").size(10_000).version(true), Void.class)
                    .hits()
                    .hits()
                    .forEach(hit -> assertThat(versions.put(Long.valueOf(hit.id()), hit.version()))
                            .as("the same post twice")
                            .isNull());
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
