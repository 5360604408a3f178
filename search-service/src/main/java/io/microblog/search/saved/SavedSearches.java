package io.microblog.search.saved;

import java.time.OffsetDateTime;
import java.util.List;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.search.document.SearcherErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The searches that people saved. To everybody but its owner a search does not exist. */
@Repository
class SavedSearches {

    /** How many somebody may save. */
    static final int MAX = 50;

    private static final String SELECT = "SELECT id, query, created_at FROM saved_search WHERE owner_id = :owner";

    private final JdbcClient jdbc;

    SavedSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<SavedSearch> of(long owner) {
        return read(jdbc.sql(SELECT + " ORDER BY id").param("owner", owner));
    }

    /**
     * Saves a search; once only, however often it is asked for.
     *
     * @throws Invalid when there are as many as may be
     */
    @Transactional
    SavedSearch save(long owner, String query) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:owner)")
                .param("owner", owner)
                .query()
                .listOfRows();
        jdbc.sql("""
                INSERT INTO saved_search (owner_id, query)
                SELECT :owner, :query WHERE (SELECT count(*) FROM saved_search WHERE owner_id = :owner) < :most
                ON CONFLICT DO NOTHING""")
                .param("owner", owner)
                .param("query", query)
                .param("most", MAX)
                .update();
        return read(jdbc.sql(SELECT + " AND query = :query")
                        .param("owner", owner)
                        .param("query", query))
                .stream()
                .findFirst()
                .orElseThrow(() -> Invalid.field("q", "ERR_LIMIT", "no more than %d can be saved".formatted(MAX)));
    }

    /**
     * Forgets one.
     *
     * @throws NotFound when it is not there or somebody else's
     */
    void delete(long owner, long id) {
        int deleted = jdbc.sql("DELETE FROM saved_search WHERE owner_id = :owner AND id = :id")
                .param("owner", owner)
                .param("id", id)
                .update();
        if (deleted == 0) {
            throw new NotFound();
        }
    }

    @EventListener
    void on(SearcherErased erased) {
        jdbc.sql("DELETE FROM saved_search WHERE owner_id = :owner")
                .param("owner", erased.accountId())
                .update();
    }

    private static List<SavedSearch> read(JdbcClient.StatementSpec select) {
        return select.query((row, number) -> new SavedSearch(
                        row.getString("id"),
                        row.getString("query"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
