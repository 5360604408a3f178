package io.microblog.bench.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.microblog.bench.Platform;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;

/** What a service asks Elasticsearch about posts, read from the log of slow queries, for which none is too fast meanwhile. */
final class QueryLog implements AutoCloseable {

    private static final Pattern SOURCE =
            Pattern.compile("elasticsearch\\.slowlog\\.source=\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Duration WRITTEN = Duration.ofMillis(30);

    private final Platform platform;
    private final HttpConnection engine;

    QueryLog(Platform platform) throws IOException {
        this.platform = platform;
        this.engine = new HttpConnection(platform.elasticsearch());
        set("\"0ms\"");
    }

    private void set(String threshold) throws IOException {
        Indices.ask(
                engine,
                "PUT",
                "/posts/_settings",
                "{\"index.search.slowlog.threshold.query.warn\":%s}".formatted(threshold));
    }

    /** The queries, as JSON, that a call to a service leads to. */
    List<String> during(HttpConnection service, HttpCall call) throws IOException, InterruptedException {
        try (RandomAccessFile log =
                new RandomAccessFile(platform.elasticsearchLog().toFile(), "r")) {
            long start = log.length();
            service.expect(200, call);
            Thread.sleep(WRITTEN);
            byte[] written = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(written);
            return sources(new String(written, StandardCharsets.UTF_8));
        }
    }

    static List<String> sources(String log) {
        return SOURCE.matcher(log)
                .results()
                .map(found -> found.group(1).translateEscapes())
                .toList();
    }

    @Override
    public void close() throws IOException {
        set("null");
        engine.close();
    }
}
