package io.microblog.bench.benchmark;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueryLogTests {

    @Test
    void readsQueriesOutOfTheLog() {
        String log = """
                2026-01-01T00:00:00,000 WARN  i.s.s.query elasticsearch.slowlog.id="null" \
                elasticsearch.slowlog.source="{\\"size\\":40,\\"query\\":{\\"term\\":{\\"words\\":{\\"value\\":\\"a\\\\\\"b\\"}}}}" \
                elasticsearch.slowlog.took="1ms" elasticsearch.slowlog.took_millis="1"
                2026-01-01T00:00:00,000 INFO  o.e.c.m.MetadataMappingService something else
                """;

        assertThat(QueryLog.sources(log))
                .containsExactly("{\"size\":40,\"query\":{\"term\":{\"words\":{\"value\":\"a\\\"b\"}}}}");
    }

    @Test
    void readsQueriesOfAnyLength() {
        String names = "{\\\"id\\\":1}".repeat(100_000);

        assertThat(QueryLog.sources("elasticsearch.slowlog.source=\"" + names + "\""))
                .containsExactly("{\"id\":1}".repeat(100_000));
    }
}
