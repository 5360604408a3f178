package io.microblog.bench.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.bench.Platform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Events on their way: so that one measurement does not pay for what the one before has set off. */
final class Backlog implements AutoCloseable {

    private static final List<String> FAN_OUT = List.of("post-service.fan-out");

    /** Whoever reads posts. */
    private static final List<String> POSTS =
            List.of("post-service.fan-out", "post-service.insights", "post-service.trends", "user-service.post-counts");

    private static final List<String> SEARCH = List.of(
            "search-service.accounts",
            "search-service.relationships",
            "search-service.post-documents",
            "search-service.engagement");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection posts;
    private final Admin admin;

    Backlog(Platform platform) throws Exception {
        posts = platform.connect("post_service");
        admin = Admin.create(platform.kafka());
    }

    /** Waits until the outbox is empty and fan-out has nothing left to do. */
    void awaitNone() throws Exception {
        await(FAN_OUT);
    }

    /** Waits for what is in no hurry, too. */
    void awaitRest() throws Exception {
        await(POSTS);
    }

    /** Waits until search-service has read what there was to read. */
    void awaitSearch() throws Exception {
        await(SEARCH);
    }

    private void await(List<String> groups) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (waiting() + lag(groups) > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Events still wait after " + PATIENCE);
            }
            Thread.sleep(100);
        }
    }

    private long waiting() throws Exception {
        try (Statement statement = posts.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long lag(List<String> groups) throws Exception {
        long lag = 0;
        for (String group : groups) {
            lag += lag(group);
        }
        return lag;
    }

    /** A group that has not begun lags. */
    private long lag(String group) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        if (read.isEmpty()) {
            return 1;
        }
        Map<TopicPartition, OffsetSpec> latest =
                read.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - offset(read, end.getKey()))
                .sum();
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        OffsetAndMetadata found = read.get(partition);
        return found == null ? 0 : found.offset();
    }

    @Override
    public void close() throws java.sql.SQLException {
        posts.close();
        admin.close();
    }
}
