package io.microblog.post.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.event.PostState;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.sql.BatchedDeletion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the prints of posts, by which rules find texts that are nearly the same. They are written by whoever handles the
 * event of a post; with the post itself only where a rule compares texts, which must find the one published just before.
 */
@Component
public class PostPrints {

    /** Longer than any rule compares, also those that are tried with posts of a month ago. */
    private static final Duration KEPT = Duration.ofDays(34);

    private static final String ADD = """
            INSERT INTO post_print (print, post_id)
            SELECT * FROM unnest(CAST(:prints AS int[]), CAST(:posts AS bigint[]))
            ON CONFLICT DO NOTHING
            """;

    private static final String FORGET = """
            DELETE FROM post_print WHERE (print, post_id) IN (
                SELECT print, post_id FROM post_print WHERE post_id < :oldest LIMIT :batch)
            """;

    private final JdbcClient jdbc;

    PostPrints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Print(int print, long postId) {

        static Stream<Print> of(long postId, int... prints) {
            return IntStream.of(prints).mapToObj(print -> new Print(print, postId));
        }
    }

    /** Adds what posts say now to what they said before, by one statement. May be repeated. */
    public void add(Collection<PostState> posts) {
        long oldest = oldest();
        write(posts.stream()
                .filter(post -> post.id() >= oldest)
                .flatMap(post -> Print.of(post.id(), Prints.of(post.spoilerText(), post.text()))));
    }

    /** The same of a post that is being published or edited. */
    void add(JudgedPost post) {
        write(Print.of(post.id(), post.prints()));
    }

    /** In one order for everybody, so that nobody waits for each other in a circle. */
    private void write(Stream<Print> prints) {
        List<Print> rows = prints.distinct()
                .sorted(Comparator.comparingInt(Print::print).thenComparingLong(Print::postId))
                .toList();
        if (!rows.isEmpty()) {
            jdbc.sql(ADD)
                    .param("prints", rows.stream().map(Print::print).toArray(Integer[]::new))
                    .param("posts", rows.stream().map(Print::postId).toArray(Long[]::new))
                    .update();
        }
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void forgetOld() {
        BatchedDeletion.run(jdbc, FORGET, Map.of("oldest", oldest()));
    }

    private static long oldest() {
        return IdGenerator.firstOf(Instant.now().minus(KEPT));
    }
}
