package io.microblog.bench.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
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

    private static final String GROUP = "post-service.fan-out";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection posts;
    private final Admin admin;

    Backlog(Platform platform) throws Exception {
        posts = platform.connect("post_service");
        admin = Admin.create(platform.kafka());
    }

    /** Waits until the outbox is empty and fan-out has nothing left to do. */
    void awaitNone() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (waiting() + lag() > 0) {
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

    private long lag() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
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
