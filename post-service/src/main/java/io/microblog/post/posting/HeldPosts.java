package io.microblog.post.posting;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.microblog.event.Visibility;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Posts that wait for a moderator because a rule wants that. */
@Service
class HeldPosts {

    private final JdbcClient jdbc;
    private final PostJournal journal;
    private final Composer composer;

    HeldPosts(JdbcClient jdbc, PostJournal journal, Composer composer) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.composer = composer;
    }

    /**
     * A post that waits.
     *
     * @param ruleId the rule that wants that
     * @param visibility who may see it after its release
     * @param content sanitised HTML
     * @param media its images, in their order
     * @param poll the options it asks about, empty without a poll
     */
    record Held(
            long id,
            long authorId,
            long ruleId,
            Visibility visibility,
            String content,
            String spoilerText,
            @Nullable String language,
            List<Long> media,
            List<String> poll,
            Instant createdAt) {

        static Held of(ResultSet row, int number) throws SQLException {
            Array options = row.getArray("options");
            return new Held(
                    row.getLong("id"),
                    row.getLong("author_id"),
                    row.getLong("held_by"),
                    Visibility.valueOf(row.getString("held_for")),
                    row.getString("content"),
                    row.getString("spoiler_text"),
                    row.getString("language"),
                    List.of((Long[]) row.getArray("media").getArray()),
                    options == null ? List.of() : List.of((String[]) options.getArray()),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        }
    }

    /** Some of them, the newest first. */
    List<Held> waiting(Page page) {
        return page.newestFirst(jdbc.sql("""
                SELECT p.*, poll.options FROM post p LEFT JOIN poll ON poll.post_id = p.id
                WHERE p.held_for IS NOT NULL AND p.id < :below AND p.id > :above ORDER BY p.id %s LIMIT :limit
                """.formatted(page.order()))
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(Held::of)
                .list());
    }

    /**
     * Publishes one.
     *
     * @throws NotFound when no post with this id waits
     */
    void release(long moderator, long id) {
        Post post = journal.findHeld(id).orElseThrow(NotFound::new);
        journal.release(id, moderator, composer.compose(post.draft(), false, post.language()));
    }

    /**
     * Gives one back to its author as a draft.
     *
     * @throws NotFound when no post with this id waits
     */
    void reject(long moderator, long id) {
        journal.reject(id, moderator);
    }
}
