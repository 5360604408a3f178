package io.microblog.search.saved;

import java.util.List;

import io.microblog.search.document.SearcherErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people searched for lately, as their clients say. Private, and never in a log. */
@Repository
public class RecentSearches {

    /** How many are kept of each person. */
    static final int MAX = 20;

    private final JdbcClient jdbc;

    RecentSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that begin so, in whatever case, the latest first. */
    public List<String> beginning(long owner, String text, int limit) {
        return jdbc.sql("""
                SELECT query FROM recent_search
                WHERE owner_id = :owner AND starts_with(lower(query), lower(:text))
                ORDER BY searched_at DESC LIMIT :limit""")
                .param("owner", owner)
                .param("text", text)
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Remembers one, and forgets the oldest beyond {@value #MAX}. */
    @Transactional
    void remember(long owner, String query) {
        jdbc.sql("""
                INSERT INTO recent_search (owner_id, query) VALUES (:owner, :query)
                ON CONFLICT (owner_id, query) DO UPDATE SET searched_at = clock_timestamp()""").param("owner", owner).param("query", query).update();
        jdbc.sql("""
                DELETE FROM recent_search WHERE owner_id = :owner AND query NOT IN (
                    SELECT query FROM recent_search WHERE owner_id = :owner ORDER BY searched_at DESC LIMIT :most)""").param("owner", owner).param("most", MAX).update();
    }

    /** Forgets one. */
    void forget(long owner, String query) {
        jdbc.sql("DELETE FROM recent_search WHERE owner_id = :owner AND query = :query")
                .param("owner", owner)
                .param("query", query)
                .update();
    }

    @EventListener
    void on(SearcherErased erased) {
        forgetAll(erased.accountId());
    }

    /** Forgets all. */
    void forgetAll(long owner) {
        jdbc.sql("DELETE FROM recent_search WHERE owner_id = :owner")
                .param("owner", owner)
                .update();
    }
}
