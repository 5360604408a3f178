package io.microblog.post.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the numbers of an author, whose id every query names. */
@Component
class Insights {

    private static final String OF_AUTHOR = "SELECT at, " + ProfileNumbers.COLUMNS
            + " FROM insight_author_time WHERE author_id = :author AND at >= :start AND at < :end";

    private static final String OF_POST = "SELECT at, " + PostNumbers.COLUMNS
            + " FROM insight_post_time WHERE post_id = :post AND at >= :start AND at < :end";

    private static final String PUBLISHED =
            " FROM insight_post WHERE author_id = :author AND post_id >= :first AND post_id < :last";

    private static final String LANGUAGES =
            """
            SELECT language, count(*) AS posts, sum(homes) AS homes, sum(opens) AS opens, sum(favourites) AS favourites,
                sum(boosts) AS boosts, sum(replies) AS replies
            """ + PUBLISHED + " GROUP BY language ORDER BY posts DESC, language LIMIT 50";

    /** An own post, also one of which nothing has been counted yet. */
    private static final String TOTALS = """
            SELECT p.id AS post_id, coalesce(i.homes, 0) AS homes, coalesce(i.opens, 0) AS opens,
                coalesce(i.favourites, 0) AS favourites, coalesce(i.boosts, 0) AS boosts, coalesce(i.replies, 0) AS replies
            FROM post p LEFT JOIN insight_post i ON i.post_id = p.id
            WHERE p.id = :post AND p.author_id = :author AND p.visibility <> 'DIRECT'
            """;

    private final JdbcClient jdbc;

    Insights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What happened at a time.
     *
     * @param at the beginning of a quarter of an hour
     */
    record Moment<N>(Instant at, N numbers) {}

    /** A post with its numbers until now. */
    record Total(long postId, PostNumbers numbers) {}

    List<Moment<ProfileNumbers>> ofAuthor(long authorId, Period period) {
        return within(jdbc.sql(OF_AUTHOR).param("author", authorId), period)
                .query(moment(ProfileNumbers::of))
                .list();
    }

    List<Moment<PostNumbers>> ofPost(long postId, Period period) {
        return within(jdbc.sql(OF_POST).param("post", postId), period)
                .query(moment(PostNumbers::of))
                .list();
    }

    List<ProfileInsight.Language> languages(long authorId, Period period) {
        return published(jdbc.sql(LANGUAGES), authorId, period)
                .query((row, number) -> new ProfileInsight.Language(
                        row.getString("language"), row.getLong("posts"), PostNumbers.of(row)))
                .list();
    }

    /** Empty when it is not the author's. */
    Optional<PostNumbers> total(long authorId, long postId) {
        return jdbc.sql(TOTALS)
                .param("author", authorId)
                .param("post", postId)
                .query((row, number) -> PostNumbers.of(row))
                .optional();
    }

    /** The posts published in these days, the best first, the newest of equals first. */
    List<Total> best(long authorId, Period period, PostOrder order, int limit) {
        return totals(authorId, period, order.column() + " DESC, post_id DESC", limit);
    }

    /** The same, the newest first. */
    List<Total> newest(long authorId, Period period, int limit) {
        return totals(authorId, period, "post_id DESC", limit);
    }

    private List<Total> totals(long authorId, Period period, String order, int limit) {
        String sql = "SELECT post_id, " + PostNumbers.COLUMNS + PUBLISHED + " ORDER BY " + order + " LIMIT :limit";
        return published(jdbc.sql(sql).param("limit", limit), authorId, period)
                .query((row, number) -> new Total(row.getLong("post_id"), PostNumbers.of(row)))
                .list();
    }

    private static JdbcClient.StatementSpec published(
            JdbcClient.StatementSpec statement, long authorId, Period period) {
        return statement
                .param("author", authorId)
                .param("first", period.firstId())
                .param("last", period.endId());
    }

    private static JdbcClient.StatementSpec within(JdbcClient.StatementSpec statement, Period period) {
        return statement
                .param("start", period.start().atOffset(ZoneOffset.UTC))
                .param("end", period.end().atOffset(ZoneOffset.UTC));
    }

    private interface Numbers<N> {
        N of(ResultSet row) throws SQLException;
    }

    private static <N> RowMapper<Moment<N>> moment(Numbers<N> numbers) {
        return (row, number) ->
                new Moment<>(row.getObject("at", OffsetDateTime.class).toInstant(), numbers.of(row));
    }
}
