package io.microblog.bench.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** What the first people of the data keep for a benchmark: lists, filters, insights, and trends for all. It goes afterwards. */
public final class Habits implements AutoCloseable {

    private static final int MEMBERS = 100;
    private static final int FILTERS = 5;
    private static final int KEYWORDS = 20;
    private static final int TRENDS = 200;

    private final Connection posts;

    /** @param posts post-service's database */
    public Habits(Connection posts) throws SQLException {
        this.posts = posts;
        forget();
    }

    /** The list of the number-th person. */
    public static long list(int person) {
        return Ids.person(person);
    }

    /** Each keeps a list of some of those they follow. */
    public void keepLists(int people) throws SQLException {
        try (PreparedStatement list =
                        posts.prepareStatement("INSERT INTO list (id, owner_id, title, replies_policy, exclusive)"
                                + " VALUES (?, ?, 'Some', 'LIST', false)");
                PreparedStatement members = posts.prepareStatement("""
                        INSERT INTO list_member (id, list_id, owner_id, account_id)
                        SELECT ? + row_number() OVER (), ?, from_id, to_id FROM relationship
                        WHERE from_id = ? AND following LIMIT ?
                        """)) {
            for (int person = 0; person < people; person++) {
                list.setLong(1, list(person));
                list.setLong(2, Ids.person(person));
                list.execute();
                members.setLong(1, list(person));
                members.setLong(2, list(person));
                members.setLong(3, Ids.person(person));
                members.setInt(4, MEMBERS);
                members.execute();
            }
        }
        execute("ANALYZE list, list_member");
    }

    /** Each keeps filters of words that are in many posts and of others. */
    public void keepFilters(int people) throws SQLException {
        try (PreparedStatement filter =
                        posts.prepareStatement("INSERT INTO filter (id, owner_id, title, contexts, action)"
                                + " VALUES (?, ?, 'Some', ARRAY['HOME'], 'WARN')");
                PreparedStatement keyword = posts.prepareStatement(
                        "INSERT INTO filter_keyword (id, filter_id, keyword, whole_word) VALUES (?, ?, ?, ?)")) {
            for (int person = 0; person < people; person++) {
                for (int number = 0; number < FILTERS; number++) {
                    long id = Ids.person(person) + (long) number * KEYWORDS;
                    filter.setLong(1, id);
                    filter.setLong(2, Ids.person(person));
                    filter.execute();
                    for (int word = 0; word < KEYWORDS; word++) {
                        keyword.setLong(1, id + word);
                        keyword.setLong(2, id);
                        keyword.setString(3, word == 0 ? "the" : "unheard of %d %d".formatted(number, word));
                        keyword.setBoolean(4, word % 2 == 0);
                        keyword.execute();
                    }
                }
            }
        }
        execute("ANALYZE filter, filter_keyword");
    }

    /** As many posts and hashtags trend as a refresh may find. */
    public void makeTrends() throws SQLException {
        execute("TRUNCATE trend_post, trend_tag");
        execute("INSERT INTO trend_refresh (due_at) VALUES (now() + interval '1 day')"
                + " ON CONFLICT (only_one) DO UPDATE SET due_at = excluded.due_at");
        execute("""
                INSERT INTO trend_post (post_id, language, score)
                SELECT id, language, id %% 1000 FROM post WHERE visibility = 'PUBLIC' ORDER BY id DESC LIMIT %d
                ON CONFLICT DO NOTHING
                """.formatted(TRENDS));
        execute("""
                INSERT INTO trend_tag (hashtag, name, language, score, history)
                SELECT 'trend' || n, 'Trend' || n, 'en', n, (
                    SELECT jsonb_agg(jsonb_build_object('day', '1764374400', 'uses', '20', 'accounts', '10'))
                    FROM generate_series(1, 7))
                FROM generate_series(1, 100) AS n
                """);
        execute("ANALYZE trend_post, trend_tag");
    }

    /** Of every post a few numbers, also where what benchmarks before wrote is still being counted. */
    public void keepInsights() throws SQLException {
        execute("TRUNCATE insight_post, insight_author_time, insight_post_time");
        execute("""
                INSERT INTO insight_post (post_id, author_id, language, homes, favourites)
                SELECT id, author_id, language, 10, 1 FROM post WHERE visibility <> 'DIRECT'
                ON CONFLICT DO NOTHING
                """);
        execute("""
                INSERT INTO insight_author_time (author_id, at, posts, homes, favourites)
                SELECT author_id, quarter_of(post_id), count(*), sum(homes), sum(favourites) FROM insight_post GROUP BY 1, 2
                ON CONFLICT DO NOTHING
                """);
        execute("""
                INSERT INTO insight_post_time (post_id, at, homes, favourites)
                SELECT post_id, quarter_of(post_id), homes, favourites FROM insight_post
                ON CONFLICT DO NOTHING
                """);
        execute("ANALYZE insight_post, insight_author_time, insight_post_time");
    }

    private void forget() throws SQLException {
        execute("DELETE FROM list");
        execute("DELETE FROM filter");
        execute("DELETE FROM trend_post");
        execute("DELETE FROM trend_tag");
        execute("DELETE FROM trend_refresh");
        execute("TRUNCATE insight_post, insight_author_time, insight_post_time");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = posts.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (posts) {
            forget();
        }
    }
}
