package io.microblog.post.posting;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What edited posts said before. */
@Component
class Revisions {

    private static final String HISTORY = """
            SELECT post_id, version, content, spoiler_text, sensitive, media, media_descriptions, poll, created_at
            FROM post_revision WHERE post_id = :post
            UNION ALL
            SELECT p.id, version, content, spoiler_text, sensitive, media, '{}', o.options,
                coalesce(edited_at, created_at)
            FROM post p LEFT JOIN poll o ON o.post_id = p.id WHERE p.id = :post
            ORDER BY version
            """;

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Revision revision) {
        jdbc.sql("""
                INSERT INTO post_revision
                    (post_id, version, content, spoiler_text, sensitive, media, media_descriptions, poll, created_at)
                VALUES (:post, :version, :content, :spoilerText, :sensitive, :media, :descriptions, :poll, :createdAt)
                """)
                .param("post", revision.postId())
                .param("version", revision.version())
                .param("content", revision.content())
                .param("spoilerText", revision.spoilerText())
                .param("sensitive", revision.sensitive())
                .param("media", revision.media().toArray(Long[]::new))
                .param("descriptions", revision.mediaDescriptions().toArray(String[]::new))
                .param("poll", revision.poll() == null ? null : revision.poll().toArray(String[]::new))
                .param("createdAt", revision.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(long postId) {
        jdbc.sql("DELETE FROM post_revision WHERE post_id = :post")
                .param("post", postId)
                .update();
    }

    /** Everything a post has said, the present version last. */
    List<Revision> history(long postId) {
        return jdbc.sql(HISTORY)
                .param("post", postId)
                .query(Revisions::revision)
                .list();
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        Array poll = row.getArray("poll");
        return new Revision(
                row.getLong("post_id"),
                row.getLong("version"),
                row.getString("content"),
                row.getString("spoiler_text"),
                row.getBoolean("sensitive"),
                List.of((Long[]) row.getArray("media").getArray()),
                List.of((String[]) row.getArray("media_descriptions").getArray()),
                poll == null ? null : List.of((String[]) poll.getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
