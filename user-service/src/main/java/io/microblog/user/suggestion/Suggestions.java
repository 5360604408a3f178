package io.microblog.user.suggestion;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.microblog.user.account.AccountErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds people whom somebody may want to follow: first whom those follow whom one follows oneself, the most shared first;
 * then the most followed, those who write in one's language before the others. Each from a bounded part of the graph: at
 * most 2,500 follows, read from an index, and 500 candidates, each looked up by key, however large the server is.
 */
@Service
class Suggestions {

    /**
     * Neither oneself nor anybody with whom there is anything already. Subqueries for a value, unlike {@code EXISTS}, are
     * never planned as a join over a whole table.
     */
    private static final String NEW_TO_ME = """
            a.id <> :me AND a.discoverable AND NOT a.suspended AND NOT a.limited
            AND (SELECT coalesce(r.follow_id, r.request_id, r.block_id, r.mute_id) FROM relationship r
                WHERE r.from_id = :me AND r.to_id = a.id) IS NULL
            AND (SELECT r.block_id FROM relationship r WHERE r.from_id = a.id AND r.to_id = :me) IS NULL
            AND (SELECT d.other_id FROM dismissed_suggestion d WHERE d.account_id = :me AND d.other_id = a.id) IS NULL
            """;

    private static final String FRIENDS_OF_FRIENDS = """
            SELECT a.id, ARRAY['friends_of_friends'] AS sources FROM (
                SELECT theirs.to_id, count(*) AS shared
                FROM (SELECT to_id FROM relationship WHERE from_id = :me AND follow_id IS NOT NULL
                      ORDER BY follow_id DESC LIMIT 50) mine
                JOIN account friend ON friend.id = mine.to_id AND NOT friend.hide_collections
                CROSS JOIN LATERAL (SELECT to_id FROM relationship r WHERE r.from_id = mine.to_id AND r.follow_id IS NOT NULL
                      ORDER BY follow_id DESC LIMIT 50) theirs
                GROUP BY theirs.to_id ORDER BY shared DESC, theirs.to_id DESC LIMIT 500) candidate
            JOIN account a ON a.id = candidate.to_id
            WHERE %s ORDER BY candidate.shared DESC, a.id DESC LIMIT :limit
            """.formatted(NEW_TO_ME);

    private static final String MOST_FOLLOWED = """
            SELECT a.id, ARRAY['most_followed'] AS sources FROM (
                SELECT account_id, followers_count FROM account_stats ORDER BY followers_count DESC LIMIT 500) popular
            JOIN account a ON a.id = popular.account_id
            WHERE %s
            ORDER BY coalesce(a.language = (SELECT language FROM account WHERE id = :me), false) DESC,
                popular.followers_count DESC, a.id DESC LIMIT :limit
            """.formatted(NEW_TO_ME);

    private final JdbcClient jdbc;

    Suggestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The best first, each with why. */
    Map<Long, List<String>> find(long me, int limit) {
        var found = new LinkedHashMap<Long, List<String>>();
        for (String query : List.of(FRIENDS_OF_FRIENDS, MOST_FOLLOWED)) {
            if (found.size() < limit) {
                add(query, me, limit, found);
            }
        }
        return found;
    }

    /** Never suggests them again. */
    void dismiss(long me, long other) {
        jdbc.sql("INSERT INTO dismissed_suggestion (account_id, other_id) SELECT :me, id FROM account WHERE id = :other"
                        + " ON CONFLICT DO NOTHING")
                .param("me", me)
                .param("other", other)
                .update();
    }

    /** In the transaction of the change. */
    @EventListener
    void on(AccountErased erased) {
        jdbc.sql("DELETE FROM dismissed_suggestion WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    private void add(String query, long me, int limit, Map<Long, List<String>> found) {
        jdbc.sql(query).param("me", me).param("limit", limit).query(row -> {
            if (found.size() < limit) {
                List<String> sources =
                        Arrays.asList((String[]) row.getArray("sources").getArray());
                found.putIfAbsent(row.getLong("id"), sources);
            }
        });
    }
}
