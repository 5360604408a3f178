package io.microblog.post.posting;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts as they are written. Reading them for somebody is the business of another package. */
@Component
class PostRepository {

    private static final String ADD = """
            INSERT INTO post (id, version, author_id, thread_id, in_reply_to_id, in_reply_to_author_id, visibility,
                source, format, content, text, spoiler_text, sensitive, language, language_chosen, mentions, hashtags,
                hashtags_as_written, media, app_name, app_website, created_at, edited_at,
                quoted_id, quoted_author_id, quote_revoked, quote_policy, held_for, held_by)
            VALUES (:id, :version, :authorId, :threadId, :inReplyToId, :inReplyToAuthorId, :visibility,
                :source, :format, :content, :text, :spoilerText, :sensitive, :language, :languageChosen, :mentions, :hashtags,
                :hashtagsAsWritten, :media, :appName, :appWebsite, :createdAt, :editedAt,
                :quotedId, :quotedAuthorId, :quoteRevoked, :quotePolicy, :heldFor, :heldBy)
            """;

    /** What never changes is left out. */
    private static final String UPDATE = """
            UPDATE post SET version = :version, visibility = :visibility, held_for = :heldFor, source = :source, format = :format, content = :content, text = :text,
                spoiler_text = :spoilerText, sensitive = :sensitive, language = :language,
                language_chosen = :languageChosen, mentions = :mentions, hashtags = :hashtags,
                hashtags_as_written = :hashtagsAsWritten, media = :media, edited_at = :editedAt,
                quote_revoked = :quoteRevoked, quote_policy = :quotePolicy
            WHERE id = :id
            """;

    private final JdbcClient jdbc;

    PostRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Post post) {
        write(ADD, post);
    }

    void update(Post post) {
        write(UPDATE, post);
    }

    private void write(String sql, Post post) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        post.row().forEach(statement::param);
        statement.update();
    }

    void delete(Post post) {
        jdbc.sql("DELETE FROM post WHERE id = :id").param("id", post.id()).update();
    }

    /** The author's own post, locked until the transaction ends, so that its changes come one after the other. */
    Optional<Post> findOwn(long id, long authorId) {
        return jdbc.sql("SELECT * FROM post WHERE id = :id AND author_id = :author FOR UPDATE")
                .param("id", id)
                .param("author", authorId)
                .query((row, number) -> new Post(row))
                .optional();
    }

    /** A post that waits for a moderator, locked likewise. */
    Optional<Post> findHeld(long id) {
        return jdbc.sql("SELECT * FROM post WHERE id = :id AND held_for IS NOT NULL FOR UPDATE")
                .param("id", id)
                .query((row, number) -> new Post(row))
                .optional();
    }

    /** A post that quotes another, locked likewise. */
    Optional<Post> findQuoting(long id, long quotedId) {
        return jdbc.sql("SELECT * FROM post WHERE id = :id AND quoted_id = :quoted FOR UPDATE")
                .param("id", id)
                .param("quoted", quotedId)
                .query((row, number) -> new Post(row))
                .optional();
    }

    /** Whether the author said in what a post is written; empty when it is not there. */
    Optional<Boolean> isLanguageChosen(long id) {
        return jdbc.sql("SELECT language_chosen FROM post WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional();
    }
}
