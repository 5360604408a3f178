package io.microblog.post.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/** What is read of a post to show it. */
record PostRow(
        long id,
        long version,
        long authorId,
        @Nullable Long inReplyToId,
        @Nullable Long inReplyToAuthorId,
        Visibility visibility,
        String content,
        String spoilerText,
        boolean sensitive,
        @Nullable String language,
        List<Long> mentions,
        List<String> hashtags,
        Instant createdAt,
        @Nullable Instant editedAt,
        long replies) {

    static final String COLUMNS = """
            p.id, p.version, p.author_id, parent.id AS in_reply_to_id, p.in_reply_to_author_id, p.visibility, p.content,
            p.spoiler_text, p.sensitive, p.language, p.mentions, p.hashtags, p.created_at, p.edited_at,
            coalesce(c.replies, 0) AS replies
            """;

    /** An answer outlives the post it answers, but must not point at what is gone. */
    static final String JOINS = """
            LEFT JOIN post parent ON parent.id = p.in_reply_to_id
            LEFT JOIN post_counts c ON c.post_id = p.id
            """;

    static PostRow of(ResultSet row, int number) throws SQLException {
        OffsetDateTime editedAt = row.getObject("edited_at", OffsetDateTime.class);
        return new PostRow(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("author_id"),
                row.getObject("in_reply_to_id", Long.class),
                row.getObject("in_reply_to_author_id", Long.class),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("content"),
                row.getString("spoiler_text"),
                row.getBoolean("sensitive"),
                row.getString("language"),
                List.of((Long[]) row.getArray("mentions").getArray()),
                List.of((String[]) row.getArray("hashtags").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                editedAt == null ? null : editedAt.toInstant(),
                row.getLong("replies"));
    }
}
