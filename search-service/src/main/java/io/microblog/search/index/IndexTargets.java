package io.microblog.search.index;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.search.document.DocumentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which indices the documents of a kind are written to, and how far the rebuild of one has come. */
@Repository
class IndexTargets {

    /**
     * The indices of a kind.
     *
     * @param live serves searches; null before the first one is built
     * @param building will replace it; null when none is being built
     * @param previous was replaced by it, is written to no more, and could serve again; null when there is none
     * @param ordered what an operator wants done and nobody has begun; null for nothing
     */
    record Targets(
            @Nullable String live,
            @Nullable String building,
            @Nullable String previous,
            @Nullable Order ordered) {

        List<String> names() {
            return Stream.of(live, building)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }

    /**
     * How far the index that is being built has come.
     *
     * @param copiedTo all rows up to this id are in it
     * @param copied rows so far
     * @param refused documents among them that Elasticsearch can never index
     */
    record Progress(long copiedTo, long copied, long refused) {}

    private final JdbcClient jdbc;

    IndexTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Targets of(DocumentKind kind) {
        return jdbc.sql("SELECT live, building, previous, ordered FROM search_index WHERE kind = :kind")
                .param("kind", kind.alias())
                .query((row, n) -> {
                    String ordered = row.getString("ordered");
                    return new Targets(
                            row.getString("live"),
                            row.getString("building"),
                            row.getString("previous"),
                            ordered == null ? null : Order.valueOf(ordered));
                })
                .single();
    }

    Progress progress(DocumentKind kind) {
        return jdbc.sql("SELECT copied_to, copied, refused FROM search_index WHERE kind = :kind")
                .param("kind", kind.alias())
                .query((row, n) -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    void advance(DocumentKind kind, Progress progress) {
        jdbc.sql("UPDATE search_index SET copied_to = ?, copied = ?, refused = ? WHERE kind = ?")
                .params(progress.copiedTo(), progress.copied(), progress.refused(), kind.alias())
                .update();
    }

    /** For all kinds; false when something is being built or ordered already. */
    boolean order(Order order) {
        return jdbc.sql("""
                                UPDATE search_index SET ordered = :order
                                WHERE NOT EXISTS (SELECT FROM search_index
                                                  WHERE building IS NOT NULL OR ordered IS NOT NULL)""").param("order", order.name()).update() > 0;
    }

    void dropOrder(DocumentKind kind) {
        update("ordered = NULL", kind);
    }

    /** From the commit of this on, the indexer writes to {@code index} as well. */
    void startBuilding(DocumentKind kind, String index) {
        jdbc.sql("""
                        UPDATE search_index
                        SET building = :index, ordered = NULL, copied_to = -1, copied = 0, refused = 0
                        WHERE kind = :kind""").param("kind", kind.alias()).param("index", index).update();
    }

    void stopBuilding(DocumentKind kind) {
        update("previous = nullif(previous, building), building = NULL", kind);
    }

    void goLive(DocumentKind kind, String index) {
        jdbc.sql("UPDATE search_index SET previous = live, live = :index, building = NULL WHERE kind = :kind")
                .param("kind", kind.alias())
                .param("index", index)
                .update();
    }

    private void update(String change, DocumentKind kind) {
        jdbc.sql("UPDATE search_index SET " + change + " WHERE kind = :kind")
                .param("kind", kind.alias())
                .update();
    }
}
