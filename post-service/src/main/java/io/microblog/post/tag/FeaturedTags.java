package io.microblog.post.tag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.author.AuthorCounts;
import io.microblog.post.erasure.ErasedContent;
import io.microblog.post.status.Reader;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The hashtags that people show in their profiles. How often they used one is counted where a post comes or goes. */
@Component
public class FeaturedTags implements ErasedContent {

    /** As many as the API has elsewhere. */
    static final int MAX = 10;

    /** So many of a person's newest posts tell which hashtags they use. */
    private static final int RECENT = 1_000;

    private static final String COLUMNS = "SELECT t.id, t.hashtag, t.as_written, t.posts, t.last_post_id ";

    private static final String SHOWN = COLUMNS + """
            FROM featured_hashtag t JOIN author a ON a.id = t.account_id
            WHERE t.account_id = :account AND NOT a.suspended
                AND NOT EXISTS (SELECT FROM shunning(:reader) s WHERE s.account_id = t.account_id)
            ORDER BY t.posts DESC, t.id
            """;

    private static final String FEATURE = """
            INSERT INTO featured_hashtag (id, account_id, hashtag, as_written, posts, last_post_id)
            SELECT :id, :account, :hashtag, :asWritten, count(*), max(p.id) FROM post p
            WHERE p.author_id = :account AND p.visibility IN ('PUBLIC', 'UNLISTED') AND :hashtag = ANY (p.hashtags)
            HAVING (SELECT count(*) FROM featured_hashtag WHERE account_id = :account) < :max
            ON CONFLICT (account_id, hashtag) DO NOTHING
            """;

    private static final String USED = """
            UPDATE featured_hashtag SET posts = posts + 1, last_post_id = greatest(last_post_id, :post)
            WHERE account_id = :account AND hashtag = ANY (:hashtags)
            """;

    private static final String UNUSED = """
            UPDATE featured_hashtag t SET posts = t.posts - 1, last_post_id = CASE
                WHEN t.last_post_id <> :post THEN t.last_post_id
                ELSE (SELECT max(p.id) FROM post p WHERE p.author_id = :account AND p.id <> :post
                    AND p.visibility IN ('PUBLIC', 'UNLISTED') AND t.hashtag = ANY (p.hashtags)) END
            WHERE t.account_id = :account AND t.hashtag = ANY (:hashtags)
            """;

    private static final String SUGGESTED = """
            SELECT used.hashtag FROM (
                SELECT unnest(newest.hashtags) AS hashtag FROM (
                    SELECT p.hashtags FROM post p WHERE p.author_id = :account ORDER BY p.id DESC LIMIT :recent) newest) used
            WHERE NOT EXISTS (
                SELECT FROM featured_hashtag t WHERE t.account_id = :account AND t.hashtag = used.hashtag)
            GROUP BY used.hashtag ORDER BY count(*) DESC, used.hashtag LIMIT :max
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final AuthorCounts authors;
    private final RowMapper<FeaturedTag> rows;

    FeaturedTags(JdbcClient jdbc, IdGenerator ids, AuthorCounts authors, BaseUrl base) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.authors = authors;
        this.rows = (row, number) -> featured(row, base);
    }

    /** What somebody sees in a person's profile, what is used most first; nothing of whom they may not see. */
    List<FeaturedTag> of(long accountId, Reader reader) {
        return jdbc.sql(SHOWN)
                .param("account", accountId)
                .param("reader", reader.id())
                .query(rows)
                .list();
    }

    /** Those of the hashtags that a person features. */
    Set<String> among(long accountId, Collection<String> hashtags) {
        return jdbc.sql(
                        "SELECT hashtag FROM featured_hashtag WHERE account_id = :account AND hashtag = ANY (:hashtags)")
                .param("account", accountId)
                .param("hashtags", hashtags.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .set();
    }

    /** The hashtags that a person uses most without featuring them. */
    List<Hashtag> suggested(long accountId) {
        return jdbc.sql(SUGGESTED)
                .param("account", accountId)
                .param("recent", RECENT)
                .param("max", MAX)
                .query((row, number) -> new Hashtag(row.getString(1), row.getString(1)))
                .list();
    }

    /**
     * Features one more.
     *
     * @return whether it was none yet
     * @throws Invalid when there are enough
     */
    @Transactional
    boolean feature(long accountId, Hashtag hashtag) {
        authors.hold(accountId);
        int added = jdbc.sql(FEATURE)
                .param("id", ids.next())
                .param("account", accountId)
                .param("hashtag", hashtag.key())
                .param("asWritten", hashtag.asWritten())
                .param("max", MAX)
                .update();
        if (added == 0 && among(accountId, Set.of(hashtag.key())).isEmpty()) {
            throw new Invalid("Validation failed: You have already featured the maximum number of hashtags");
        }
        return added == 1;
    }

    /** The one that a person features. */
    FeaturedTag require(long accountId, Hashtag hashtag) {
        return jdbc.sql(COLUMNS + "FROM featured_hashtag t WHERE t.account_id = :account AND t.hashtag = :hashtag")
                .param("account", accountId)
                .param("hashtag", hashtag.key())
                .query(rows)
                .optional()
                .orElseThrow(NotFound::new);
    }

    void unfeature(long accountId, Hashtag hashtag) {
        jdbc.sql("DELETE FROM featured_hashtag WHERE account_id = :account AND hashtag = :hashtag")
                .param("account", accountId)
                .param("hashtag", hashtag.key())
                .update();
    }

    /**
     * The same by the id that the API gives it.
     *
     * @throws NotFound when it is not there or somebody else's
     */
    void unfeature(long accountId, long id) {
        int removed = jdbc.sql("DELETE FROM featured_hashtag WHERE account_id = :account AND id = :id")
                .param("account", accountId)
                .param("id", id)
                .update();
        if (removed == 0) {
            throw new NotFound();
        }
    }

    @Override
    public boolean erase(long accountId, int most) {
        jdbc.sql("DELETE FROM featured_hashtag WHERE account_id = :account")
                .param("account", accountId)
                .update();
        return false;
    }

    /** A post that everybody may see has these hashtags from now on. Called in its transaction, after it is counted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(long authorId, long postId, Collection<String> hashtags) {
        update(USED, authorId, postId, hashtags);
    }

    /** Such a post has them no more, or is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discount(long authorId, long postId, Collection<String> hashtags) {
        update(UNUSED, authorId, postId, hashtags);
    }

    private void update(String sql, long authorId, long postId, Collection<String> hashtags) {
        if (!hashtags.isEmpty()) {
            jdbc.sql(sql)
                    .param("account", authorId)
                    .param("post", postId)
                    .param("hashtags", hashtags.toArray(String[]::new))
                    .update();
        }
    }

    private static FeaturedTag featured(ResultSet row, BaseUrl base) throws SQLException {
        return FeaturedTag.of(
                row.getLong("id"),
                new Hashtag(row.getString("hashtag"), row.getString("as_written")),
                row.getLong("posts"),
                row.getObject("last_post_id", Long.class),
                base);
    }
}
