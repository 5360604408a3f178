package io.microblog.bench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Ids;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.sql.Replay;
import io.microblog.bench.sql.Statement;
import io.microblog.bench.sql.StatementLog;

/**
 * The transaction by which post-service publishes a post, with the event in the outbox, as seen once and repeated with
 * other ids and authors. What is written so is as good as any post: the service's relay sends it, and it is fanned out.
 */
final class PostTransaction {

    private static final Pattern UUID_PATTERN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private final List<Statement> statements;
    private final String id;
    private final String author;

    private PostTransaction(List<Statement> statements, String id, String author) {
        this.statements = statements;
        this.id = id;
        this.author = author;
    }

    /** Publishes a post in a person's name and watches. */
    static PostTransaction observed(Platform platform, int person) throws Exception {
        HttpCall call = post(Access.internalToken(platform, person));
        try (StatementLog log = new StatementLog(platform, "post-service");
                HttpConnection connection = new HttpConnection(platform.postService())) {
            String[] id = new String[1];
            List<Statement> asked = log.during(
                    () -> id[0] = connection.send(call).json().path("id").asString());
            return new PostTransaction(StatementLog.transaction(asked), id[0], Long.toString(Ids.person(person)));
        }
    }

    static HttpCall post(String token) {
        return HttpCall.postJson(
                "/api/v1/statuses",
                token,
                "{\"status\":\"Measured while it is being written, like everything here. #benchmark\",\"language\":\"en\"}");
    }

    /**
     * Writes one in the open transaction of the connection.
     *
     * @return the post's id
     */
    long write(Connection connection, long authorId) throws SQLException {
        long postId = Ids.now(SEQUENCE.incrementAndGet());
        String newId = Long.toString(postId);
        String newAuthor = Long.toString(authorId);
        Replay.all(
                connection,
                statements,
                value -> UUID_PATTERN.matcher(value).matches()
                        ? UUID.randomUUID().toString()
                        : value.replace(id, newId).replace(author, newAuthor));
        return postId;
    }

    int statements() {
        return statements.size();
    }
}
