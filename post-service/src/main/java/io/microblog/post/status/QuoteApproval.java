package io.microblog.post.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.microblog.event.QuotePolicy;

/**
 * The API's {@code QuoteApproval} (docs.joinmastodon.org/entities/QuoteApproval): who may quote a post.
 *
 * @param automatic besides the author: {@code public}, {@code followers} or nobody
 * @param manual always empty: nobody has to be asked
 * @param currentUser {@code automatic} or {@code denied}
 */
public record QuoteApproval(List<String> automatic, List<String> manual, String currentUser) {

    /** Whether {@code :reader} may quote {@code p}: what not everybody sees, its author alone; what is direct, nobody. */
    static final String MAY_QUOTE = """
            p.visibility <> 'DIRECT' AND (p.author_id = :reader OR p.visibility <> 'PRIVATE' AND CASE p.quote_policy
                WHEN 'PUBLIC' THEN CAST(:reader AS bigint) IS NOT NULL AND NOT EXISTS (
                    SELECT FROM regard_of(:reader) r WHERE r.account_id = p.author_id AND r.blocking)
                WHEN 'FOLLOWERS' THEN EXISTS (
                    SELECT FROM regard_of(:reader) r WHERE r.account_id = p.author_id AND r.following)
                ELSE false END) AS may_quote
            """;

    static QuoteApproval of(ResultSet row) throws SQLException {
        QuotePolicy policy = QuotePolicy.valueOf(row.getString("quote_policy"));
        return of(policy, row.getBoolean("may_quote"));
    }

    static QuoteApproval of(QuotePolicy policy, boolean readerMay) {
        return new QuoteApproval(
                policy == QuotePolicy.NOBODY ? List.of() : List.of(policy.wireName()),
                List.of(),
                readerMay ? "automatic" : "denied");
    }
}
