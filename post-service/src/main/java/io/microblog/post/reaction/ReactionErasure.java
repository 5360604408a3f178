package io.microblog.post.reaction;

import java.util.List;
import java.util.function.LongConsumer;

import io.microblog.event.ReaderEvent.ThreadUnmuted;
import io.microblog.event.ThreadMute;
import io.microblog.kit.event.Outbox;
import io.microblog.post.erasure.ErasedContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what erased people did with posts, each as they would have. */
@Component
class ReactionErasure implements ErasedContent {

    private static final String MUTED = """
            DELETE FROM thread_mute WHERE account_id = :account AND thread_id IN (
                SELECT thread_id FROM thread_mute WHERE account_id = :account LIMIT :most)
            RETURNING thread_id, nextval('thread_mute_version') AS version
            """;

    private final JdbcClient jdbc;
    private final ReactionJournal journal;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    ReactionErasure(JdbcClient jdbc, ReactionJournal journal, Outbox outbox, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public boolean erase(long accountId, int most) {
        return takeBack(Reaction.BOOST, accountId, most, post -> journal.unboost(accountId, post))
                || takeBack(Reaction.FAVOURITE, accountId, most, post -> journal.unfavourite(accountId, post))
                || takeBack(Reaction.BOOKMARK, accountId, most, post -> journal.unbookmark(accountId, post))
                || unmute(accountId, most);
    }

    private boolean takeBack(Reaction reaction, long accountId, int most, LongConsumer removal) {
        List<Long> posts = jdbc.sql("SELECT post_id FROM %s WHERE account_id = :account ORDER BY id DESC LIMIT :most"
                        .formatted(reaction.table()))
                .param("account", accountId)
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
        posts.forEach(removal::accept);
        return posts.size() == most;
    }

    private boolean unmute(long accountId, int most) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<ThreadMute> unmuted = jdbc.sql(MUTED)
                    .param("account", accountId)
                    .param("most", most)
                    .query((row, number) ->
                            new ThreadMute(accountId, row.getLong("thread_id"), row.getLong("version"), false))
                    .list();
            unmuted.forEach(mute -> outbox.append(new ThreadUnmuted(mute)));
            return unmuted.size() == most;
        }));
    }
}
