package io.microblog.post.reaction;

import java.util.Optional;

import io.microblog.event.ReaderEvent.ThreadMuted;
import io.microblog.event.ReaderEvent.ThreadUnmuted;
import io.microblog.event.ThreadMute;
import io.microblog.kit.event.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The threads of which people want to hear no more. What changes is told to those who notify. */
@Component
class ThreadMutes {

    /** The version is taken while the row is locked, so versions of a pair come in the order of commits. */
    private static final String MUTE = """
            INSERT INTO thread_mute (account_id, thread_id) SELECT :account, p.thread_id FROM post p WHERE p.id = :post
            ON CONFLICT DO NOTHING RETURNING thread_id, nextval('thread_mute_version') AS version
            """;

    private static final String UNMUTE = """
            DELETE FROM thread_mute m USING post p
            WHERE p.id = :post AND m.account_id = :account AND m.thread_id = p.thread_id
            RETURNING m.thread_id, nextval('thread_mute_version') AS version
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    ThreadMutes(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Transactional
    void mute(long accountId, long postId) {
        change(MUTE, accountId, postId, true).ifPresent(mute -> outbox.append(new ThreadMuted(mute)));
    }

    /** Whether it was muted. */
    @Transactional
    boolean unmute(long accountId, long postId) {
        Optional<ThreadMute> unmuted = change(UNMUTE, accountId, postId, false);
        unmuted.ifPresent(mute -> outbox.append(new ThreadUnmuted(mute)));
        return unmuted.isPresent();
    }

    private Optional<ThreadMute> change(String sql, long accountId, long postId, boolean muted) {
        return jdbc.sql(sql)
                .param("account", accountId)
                .param("post", postId)
                .query((row, number) ->
                        new ThreadMute(accountId, row.getLong("thread_id"), row.getLong("version"), muted))
                .optional();
    }
}
