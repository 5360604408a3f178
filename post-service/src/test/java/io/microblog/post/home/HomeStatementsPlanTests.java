package io.microblog.post.home;

import java.util.stream.Stream;

import io.microblog.post.PostServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What says which posts a home gets becomes part of the statement that writes them. */
@PostServiceTest
class HomeStatementsPlanTests {

    @Autowired
    private JdbcClient jdbc;

    static Stream<String> statements() {
        return Stream.of(
                HomeStatements.DELIVER,
                HomeStatements.DELIVER_MISSING,
                HomeStatements.BACKFILL,
                HomeStatements.BACKFILL_ANSWERS,
                HomeStatements.BACKFILL_HASHTAG,
                HomeStatements.PRUNE,
                HomeStatements.PRUNE_HASHTAG,
                HomeStatements.CATCH_UP,
                HomeRebuild.FILL);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void arePlannedAsAWhole(String statement) {
        assertThat(jdbc.sql("EXPLAIN " + statement)
                        .param("owner", 1L)
                        .param("author", 2L)
                        .param("posts", new Long[] {3L})
                        .param("hashtag", "cats")
                        .param("limit", 20)
                        .param("from", 0L)
                        .param("to", 9L)
                        .param("above", 0L)
                        .param("upTo", 9L)
                        .param("since", 0L)
                        .query(String.class)
                        .list())
                .asString()
                .contains("on post ")
                .doesNotContain("Function Scan");
    }
}
