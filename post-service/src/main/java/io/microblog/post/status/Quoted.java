package io.microblog.post.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a post quotes.
 *
 * @param state what the reader gets of it
 */
record Quoted(long id, long authorId, Quote.State state) {

    static final String COLUMNS = """
            p.quoted_id, p.quoted_author_id, CASE
                WHEN p.quoted_id IS NULL THEN NULL
                WHEN p.quote_revoked THEN 'REVOKED'
                WHEN NOT EXISTS (SELECT FROM post d WHERE d.id = p.quoted_id) THEN 'DELETED'
                WHEN NOT EXISTS (SELECT FROM seen_by(:reader) s WHERE s.id = p.quoted_id) THEN 'UNAUTHORIZED'
                WHEN EXISTS (SELECT FROM regard_of(:reader) r WHERE r.account_id = p.quoted_author_id AND r.blocking)
                    THEN 'BLOCKED_ACCOUNT'
                WHEN EXISTS (SELECT FROM regard_of(:reader) r WHERE r.account_id = p.quoted_author_id AND r.muting)
                    THEN 'MUTED_ACCOUNT'
                ELSE 'ACCEPTED' END AS quote_state
            """;

    /** In a row of a post, null when it quotes nothing. */
    static @Nullable Quoted of(ResultSet row) throws SQLException {
        String state = row.getString("quote_state");
        return state == null
                ? null
                : new Quoted(row.getLong("quoted_id"), row.getLong("quoted_author_id"), Quote.State.valueOf(state));
    }

    /** The ids of those that are shown in some posts. */
    static List<Long> in(Collection<PostRow> posts) {
        return posts.stream()
                .map(PostRow::quoted)
                .filter(Objects::nonNull)
                .filter(Quoted::isShown)
                .map(Quoted::id)
                .distinct()
                .toList();
    }

    boolean isShown() {
        return state.isShown();
    }

    /** Without the post itself. */
    Quote shallow() {
        return new Quote(state, null, isShown() ? Long.toString(id) : null);
    }

    /** With the post, which may have gone meanwhile. */
    Quote with(@Nullable Status post) {
        if (post == null && isShown()) {
            return new Quote(Quote.State.DELETED, null, null);
        }
        return new Quote(state, post, post == null ? null : post.id());
    }
}
