package io.microblog.post.reaction;

import java.util.Optional;

import io.microblog.event.Visibility;
import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of reactions, in the caller's transaction. */
@Component
class ReactionRows {

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    ReactionRows(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Whether there was none yet. */
    boolean add(Reaction reaction, long accountId, long postId) {
        return jdbc.sql("INSERT INTO %s (id, account_id, post_id) VALUES (:id, :account, :post) ON CONFLICT DO NOTHING"
                                .formatted(reaction.table()))
                        .param("id", ids.next())
                        .param("account", accountId)
                        .param("post", postId)
                        .update()
                == 1;
    }

    /** The id of a new boost; empty when there is one already. */
    Optional<Long> addBoost(long accountId, long postId, Visibility visibility) {
        return jdbc.sql("""
                INSERT INTO boost (id, account_id, post_id, visibility) VALUES (:id, :account, :post, :visibility)
                ON CONFLICT DO NOTHING RETURNING id
                """)
                .param("id", ids.next())
                .param("account", accountId)
                .param("post", postId)
                .param("visibility", visibility.name())
                .query(Long.class)
                .optional();
    }

    Optional<Long> boost(long accountId, long postId) {
        return jdbc.sql("SELECT id FROM boost WHERE account_id = :account AND post_id = :post")
                .param("account", accountId)
                .param("post", postId)
                .query(Long.class)
                .optional();
    }

    /** What a person's own boost with this id carries on. */
    Optional<Long> boosted(long accountId, long boostId) {
        return jdbc.sql("SELECT post_id FROM boost WHERE id = :boost AND account_id = :account")
                .param("boost", boostId)
                .param("account", accountId)
                .query(Long.class)
                .optional();
    }

    /** The id of what was removed; empty when there was nothing. */
    Optional<Long> remove(Reaction reaction, long accountId, long postId) {
        return jdbc.sql("DELETE FROM %s WHERE account_id = :account AND post_id = :post RETURNING id"
                        .formatted(reaction.table()))
                .param("account", accountId)
                .param("post", postId)
                .query(Long.class)
                .optional();
    }

    /** Removes what everybody did with a post. */
    void removeAll(long postId) {
        for (Reaction reaction : Reaction.values()) {
            jdbc.sql("DELETE FROM %s WHERE post_id = :post".formatted(reaction.table()))
                    .param("post", postId)
                    .update();
        }
    }
}
