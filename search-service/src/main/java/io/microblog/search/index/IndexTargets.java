package io.microblog.search.index;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.search.document.DocumentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which indices the documents of a kind are written to. */
@Repository
class IndexTargets {

    /**
     * The indices of a kind.
     *
     * @param live serves searches; null before the first one is built
     * @param building will replace it; null when none is being built
     */
    record Targets(@Nullable String live, @Nullable String building) {

        List<String> names() {
            return Stream.of(live, building)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }

    private final JdbcClient jdbc;

    IndexTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Targets of(DocumentKind kind) {
        return jdbc.sql("SELECT live, building FROM search_index WHERE kind = :kind")
                .param("kind", kind.alias())
                .query((row, n) -> new Targets(row.getString("live"), row.getString("building")))
                .single();
    }

    /** From the commit of this on, the indexer writes to {@code index} as well. */
    void startBuilding(DocumentKind kind, String index) {
        jdbc.sql("UPDATE search_index SET building = :index WHERE kind = :kind")
                .param("kind", kind.alias())
                .param("index", index)
                .update();
    }

    void stopBuilding(DocumentKind kind) {
        jdbc.sql("UPDATE search_index SET building = NULL WHERE kind = :kind")
                .param("kind", kind.alias())
                .update();
    }

    void goLive(DocumentKind kind, String index) {
        jdbc.sql("UPDATE search_index SET live = :index, building = NULL WHERE kind = :kind")
                .param("kind", kind.alias())
                .param("index", index)
                .update();
    }
}
