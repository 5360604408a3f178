package io.microblog.post.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.microblog.kit.id.IdGenerator;
import io.microblog.post.tag.Hashtag;
import io.microblog.post.tag.TagHistory;
import io.microblog.post.tag.TagResponse.Day;
import io.microblog.post.tag.TagSpellings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds now and then what trends, so that no request has to. Instances share the work by a row: one refreshes, and all
 * show what it found.
 *
 * <p>A use of a hashtag and a post lose half of their weight in each half-life. What is always used much has to be used
 * even more to be a trend. Somebody who has just signed up weighs little, and whoever may not be shown nothing.
 */
@Component
class TrendRefresh {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a new account counts, of one. */
    private static final double NEWCOMER = 0.05;

    private static final String WEIGHT =
            "least(1, greatest(%s, extract(epoch FROM now() - a.created_at) / :newcomer))".formatted(NEWCOMER);

    /** The share of its weight that something with a time-ordered id has left. */
    private static final String LEFT = "power(0.5, (extract(epoch FROM now()) - (%s >> 16) / 1000.0) / :halfLife)";

    private static final String TAGS = """
            WITH busy AS MATERIALIZED (
                SELECT hashtag FROM trend_tag_use WHERE day >= CAST(now() AT TIME ZONE 'UTC' AS date) - 1
                GROUP BY hashtag HAVING count(DISTINCT account_id) >= :people
                ORDER BY count(DISTINCT account_id) DESC, hashtag LIMIT 500),
            heat AS (
                SELECT u.hashtag, mode() WITHIN GROUP (ORDER BY p.language) AS language,
                    count(DISTINCT u.account_id) FILTER (WHERE u.post_id >= :lately) AS people,
                    sum(%1$s * %2$s) AS present,
                    coalesce(sum(%1$s) FILTER (WHERE u.post_id < :lately), 0) / 5 AS usual
                FROM busy b JOIN trend_tag_use u ON u.hashtag = b.hashtag
                    AND u.day > CAST(now() AT TIME ZONE 'UTC' AS date) - 7
                JOIN author a ON a.id = u.account_id JOIN post p ON p.id = u.post_id
                WHERE NOT a.suspended AND NOT a.limited AND a.discoverable AND NOT p.sensitive AND NOT a.sensitized
                GROUP BY u.hashtag)
            SELECT hashtag, language, present * present / (present + usual) AS score FROM heat
            WHERE people >= :people ORDER BY score DESC, hashtag LIMIT 100
            """.formatted(WEIGHT, LEFT.formatted("u.post_id"));

    /** Of each person one reaction, but authors' own; at most three posts of an author. */
    private static final String POSTS = """
            INSERT INTO trend_post (post_id, language, score)
            SELECT id, language, score FROM (
                SELECT p.id, p.language, r.weight * %2$s AS score,
                    row_number() OVER (PARTITION BY p.author_id ORDER BY r.weight * %2$s DESC, p.id DESC) AS place
                FROM (
                    SELECT d.post_id, count(*) AS people, sum(%1$s) AS weight FROM (
                        SELECT DISTINCT c.post_id, did.account_id
                        FROM (SELECT post_id FROM trend_candidate WHERE post_id >= :oldest AND reactions >= :people
                            ORDER BY reactions DESC, post_id DESC LIMIT 500) c
                        CROSS JOIN LATERAL (
                            (SELECT account_id FROM favourite WHERE post_id = c.post_id ORDER BY id DESC LIMIT 500)
                            UNION ALL
                            (SELECT account_id FROM boost WHERE post_id = c.post_id ORDER BY id DESC LIMIT 500)) did) d
                    JOIN author a ON a.id = d.account_id JOIN post o ON o.id = d.post_id
                    WHERE NOT a.suspended AND NOT a.limited AND a.id <> o.author_id GROUP BY d.post_id) r
                JOIN post p ON p.id = r.post_id
                WHERE r.people >= :people AND p.visibility = 'PUBLIC' AND NOT p.sensitive AND p.spoiler_text = '') ranked
            WHERE place <= 3 ORDER BY score DESC LIMIT 200
            """.formatted(WEIGHT, LEFT.formatted("p.id"));

    private static final String CLAIM = """
            INSERT INTO trend_refresh AS r (due_at) VALUES (now() + CAST(:every AS interval))
            ON CONFLICT (only_one) DO UPDATE SET due_at = excluded.due_at WHERE r.due_at <= now()
            """;

    private final JdbcClient jdbc;
    private final TrendCandidates candidates;
    private final TagHistory history;
    private final TagSpellings spellings;
    private final TrendProperties properties;
    private final TransactionTemplate transactions;

    TrendRefresh(
            JdbcClient jdbc,
            TrendCandidates candidates,
            TagHistory history,
            TagSpellings spellings,
            TrendProperties properties,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.history = history;
        this.spellings = spellings;
        this.properties = properties;
        this.transactions = transactions;
    }

    private record Trend(String hashtag, @Nullable String language, double score) {}

    /** Refreshes when it is time to and nobody else does. Until it is done, what was found before is read. */
    @Scheduled(fixedDelayString = "${microblog.trends.check-interval}")
    void refreshWhenDue() {
        transactions.executeWithoutResult(_ -> {
            if (isDue()) {
                candidates.forgetOld();
                refreshTags();
                refreshPosts();
            }
        });
    }

    /** Whoever finds that it is has the row until all is done. */
    private boolean isDue() {
        return jdbc.sql(CLAIM)
                        .param("every", properties.refreshEvery().toString())
                        .update()
                == 1;
    }

    private void refreshTags() {
        List<Trend> trends = tags();
        jdbc.sql("DELETE FROM trend_tag").update();
        insert(trends);
    }

    private void refreshPosts() {
        jdbc.sql("DELETE FROM trend_post").update();
        weighed(POSTS)
                .param("oldest", IdGenerator.firstOf(Instant.now().minus(TrendCandidates.POSTS)))
                .update();
    }

    private List<Trend> tags() {
        return weighed(TAGS)
                .param("lately", IdGenerator.firstOf(Instant.now().minus(Duration.ofDays(2))))
                .query((row, number) ->
                        new Trend(row.getString("hashtag"), row.getString("language"), row.getDouble("score")))
                .list();
    }

    private void insert(List<Trend> trends) {
        List<String> keys = trends.stream().map(Trend::hashtag).toList();
        Map<String, List<Day>> days = history.of(keys);
        Map<String, String> names =
                spellings.of(keys.stream().map(key -> new Hashtag(key, key)).toList());
        for (Trend trend : trends) {
            jdbc.sql("INSERT INTO trend_tag (hashtag, name, language, score, history)"
                            + " VALUES (:hashtag, :name, :language, :score, CAST(:history AS jsonb))")
                    .param("hashtag", trend.hashtag())
                    .param("name", names.get(trend.hashtag()))
                    .param("language", trend.language())
                    .param("score", trend.score())
                    .param("history", JSON.writeValueAsString(days.get(trend.hashtag())))
                    .update();
        }
    }

    private JdbcClient.StatementSpec weighed(String sql) {
        return jdbc.sql(sql)
                .param("people", properties.people())
                .param("newcomer", (double) properties.newcomer().toSeconds())
                .param("halfLife", (double) properties.halfLife().toSeconds());
    }
}
