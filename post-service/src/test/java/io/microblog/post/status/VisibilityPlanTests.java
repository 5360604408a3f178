package io.microblog.post.status;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.microblog.post.OwnSchema;
import io.microblog.post.PostServiceApplication;
import io.microblog.post.PostServiceTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What says who sees what becomes part of the query that asks, so that it is answered by the indexes of the tables. These
 * are in a schema of their own and empty, so that no other test changes what the planner expects.
 */
@PostServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class VisibilityPlanTests {

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            entry("reader", "1"),
            entry("list", "2"),
            entry("replies", "'LIST'"),
            entry("below", "9"),
            entry("above", "0"),
            entry("limit", "20"),
            entry("upwards", "false"),
            entry("ids", "'{1}'"),
            entry("actors", "'{2}'"),
            entry("audiences", "'{PUBLIC}'"),
            entry("naming", "'{1}'"),
            entry("names", "'{2}'"),
            entry("tagging", "'{1}'"),
            entry("tags", "'{cats}'"),
            entry("lists", "'{2}'"),
            entry("listeners", "'{1}'"),
            entry("hashtags", "'{cats}'"),
            entry("any", "'{cats, dogs}'"),
            entry("all", "'{}'"),
            entry("none", "'{}'"),
            entry("author", "2"),
            entry("answers", "true"),
            entry("boosts", "true"),
            entry("media", "false"),
            entry("hashtag", "'cats'"),
            entry("post", "2"));

    private static final String SCHEMA = "plans";

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeAll
    void migrate() {
        OwnSchema.flyway(dataSource, SCHEMA).load().migrate();
    }

    @AfterAll
    void drop() {
        jdbc.sql("DROP SCHEMA plans CASCADE").update();
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                arguments("SELECT p.id FROM seen_by(1) p WHERE p.author_id = 2", "post_by_author"),
                arguments("SELECT p.id FROM seen_by(NULL) p WHERE p.id = 2", "post_pkey"),
                arguments("""
                        SELECT p.id FROM seen_by(1) p WHERE p.visibility = 'PUBLIC'
                            AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
                            AND NOT EXISTS (SELECT FROM unwanted_by(1) w WHERE w.account_id = p.author_id)
                        ORDER BY p.id DESC LIMIT 20
                        """, "post_public"),
                arguments("SELECT p.id FROM public_for(1) p ORDER BY p.id DESC LIMIT 20", "author_limited"),
                arguments("SELECT k.account_id FROM kept_from(1) k", "author_limited"),
                arguments("SELECT k.account_id FROM kept_from(NULL) k", "author_limited"),
                arguments("""
                        SELECT b.id FROM boosts_seen_by(1) b JOIN seen_by(1) p ON p.id = b.post_id
                        WHERE b.account_id = 2 ORDER BY b.id DESC LIMIT 20
                        """, "boost_by_account"),
                arguments("""
                        SELECT v.id, p.id IS NOT NULL FROM unnest(ARRAY[1, 2]) AS v (id) LEFT JOIN seen_by(1) p ON p.id = v.id
                        """, "post_pkey"),
                arguments(
                        "SELECT a.id FROM author a WHERE NOT EXISTS (SELECT FROM shunning(1) s WHERE s.account_id = a.id)",
                        "relationship_blocked_by"),
                arguments("SELECT s.account_id FROM shunning(1) s", "relationship_blocked_by"),
                arguments(
                        "SELECT EXISTS (SELECT FROM regard_of(1) r WHERE r.account_id = 2 AND r.following)",
                        "using relationship_"),
                arguments("""
                        SELECT p.id FROM seen_by(1) p WHERE p.quoted_id = 2 AND NOT p.quote_revoked
                            AND NOT EXISTS (SELECT FROM unwanted_by(1) w WHERE w.account_id = p.author_id)
                        ORDER BY p.id DESC LIMIT 20
                        """, "post_quotes"),
                arguments(
                        Audience.asOf("1", "SELECT " + QuoteApproval.MAY_QUOTE + ", " + Quoted.COLUMNS)
                                + " FROM seen_by(1) p WHERE p.id = 2",
                        "post_pkey"),
                arguments(
                        Audience.asOf("w.reader", "SELECT " + QuoteApproval.MAY_QUOTE + ", " + Quoted.COLUMNS)
                                + " FROM unnest(ARRAY[1, 2], ARRAY[3, 4]) AS w (id, reader) JOIN post p ON p.id = w.id",
                        "post_pkey"),
                arguments(file("timeline/public-timeline.sql"), "post_public "),
                arguments(file("timeline/public-media-timeline.sql"), "post_public_media"),
                arguments(file("timeline/hashtag-timeline.sql"), "post_hashtag_pkey"),
                arguments(file("timeline/hashtag-media-timeline.sql"), "post_hashtag_media"),
                arguments(file("timeline/author-timeline.sql"), "post_by_author "),
                arguments(file("timeline/author-timeline.sql"), "boost_by_account"),
                arguments(file("timeline/author-timeline-without-answers.sql"), "post_by_author_own"),
                arguments(file("timeline/author-media.sql"), "post_by_author_media"),
                arguments(file("timeline/author-hashtag.sql"), "post_by_author "),
                arguments(file("timeline/pinned-posts.sql"), "using pin_"),
                arguments(file("timeline/public-news.sql"), "using post_p"),
                arguments(file("timeline/public-media-news.sql"), "using post_p"),
                arguments(file("timeline/hashtag-news.sql"), "post_pkey"),
                arguments(file("timeline/public-news-gone.sql"), "relationship_blocked_by"),
                arguments(file("timeline/hashtag-news-gone.sql"), "relationship_blocked_by"),
                arguments(file("conversation/conversations.sql"), "conversation_by_owner"),
                arguments(file("conversation/conversation-news.sql"), "conversation_post_pkey"),
                arguments(file("conversation/direct-posts.sql"), "conversation_post_pkey"),
                arguments(file("reaction/favourites.sql"), "favourite_by_account"),
                arguments(file("reaction/bookmarks.sql"), "bookmark_by_account"),
                arguments(file("reaction/favourited-by.sql"), "favourite_of_post"),
                arguments(file("reaction/boosted-by.sql"), "boost_of_post"),
                arguments(file("quote/quotes.sql"), "post_quotes"),
                arguments(file("home/home-timeline.sql"), "boost_by_account"),
                arguments(file("home/home-timeline.sql"), "post_by_author"),
                arguments(file("home/home-news.sql"), "post_pkey"),
                arguments(file("home/home-news-gone.sql"), "relationship_blocked_by"),
                arguments(file("list/list-timeline.sql"), "boost_by_account"),
                arguments(file("list/list-timeline.sql"), "post_by_author"),
                arguments(file("list/list-members.sql"), "using list_member_"),
                arguments(file("list/list-news.sql"), "post_pkey"),
                arguments(file("list/list-news-gone.sql"), "relationship_blocked_by"));
    }

    /** As somebody would try it in psql. */
    private static String file(String name) {
        String sql = SqlFile.read(PostServiceApplication.class, name);
        for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
            sql = sql.replaceAll(":" + parameter.getKey() + "\\b", parameter.getValue());
        }
        return sql;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isPlannedWithTheQuery(String query, String index) {
        assertThat(plan(query))
                .contains(index)
                .doesNotContainPattern("Function Scan on (%s)\\b".formatted(functions()))
                .doesNotContain("Seq Scan on post");
    }

    /** To plan the reading of a post takes ten times as long as to read it. */
    @Test
    void isPlannedOnceForAllCalls() {
        List<String> plans = transactions.execute(transaction -> {
            for (int call = 0; call < 10; call++) {
                jdbc.sql(Statuses.SELECT)
                        .param("ids", new Long[] {(long) call})
                        .param("reader", 1L)
                        .query()
                        .listOfRows();
            }
            return jdbc.sql("""
                    SELECT custom_plans || ' of ' || generic_plans FROM pg_prepared_statements
                    WHERE statement LIKE '%seen_by(%' AND generic_plans + custom_plans > 4
                    """).query(String.class).list();
        });

        assertThat(plans).isNotEmpty().allMatch(plan -> plan.startsWith("0 of "));
    }

    /** The names of all of them, as alternatives. */
    private static String functions() {
        return Pattern.compile("CREATE OR REPLACE FUNCTION (\\w+)")
                .matcher(SqlFile.read(VisibilityPlanTests.class, "/db/migration/R__visibility.sql"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("|"));
    }

    /** As of large tables, which are never read from end to end. */
    private String plan(String query) {
        List<String> lines = transactions.execute(transaction -> {
            jdbc.sql("SET LOCAL search_path = plans").update();
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return jdbc.sql("EXPLAIN " + query).query(String.class).list();
        });
        return String.join("\n", lines);
    }
}
