package io.microblog.post.posting;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.text.TextFormat;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What posts said before they were edited, and what was typed. */
@Component
class PostHistory {

    private final Revisions revisions;
    private final Statuses statuses;
    private final JdbcClient jdbc;

    PostHistory(Revisions revisions, Statuses statuses, JdbcClient jdbc) {
        this.revisions = revisions;
        this.statuses = statuses;
        this.jdbc = jdbc;
    }

    /**
     * The API's {@code StatusEdit}: one version of a post.
     *
     * @param content sanitised HTML
     * @param spoilerText content warning, may be empty
     * @param sensitive whether media started hidden
     * @param createdAt when the post began to say this
     * @param account the author
     * @param mediaAttachments images
     * @param emojis always empty: there are no custom emojis
     */
    record StatusEdit(
            String content,
            String spoilerText,
            boolean sensitive,
            Instant createdAt,
            PublicAccount account,
            List<Object> mediaAttachments,
            List<Object> emojis) {

        static StatusEdit from(Revision revision, PublicAccount author) {
            return new StatusEdit(
                    revision.content(),
                    revision.spoilerText(),
                    revision.sensitive(),
                    revision.createdAt(),
                    author,
                    List.of(),
                    List.of());
        }
    }

    /**
     * The API's {@code StatusSource}: what to put into the editor.
     *
     * @param id decimal
     * @param text as the author wrote it
     * @param spoilerText content warning, may be empty
     * @param contentType {@code text/markdown} or {@code text/plain}
     */
    record StatusSource(String id, String text, String spoilerText, String contentType) {}

    /** All versions of a post that the reader may see, the present one last. */
    List<StatusEdit> versions(long id, Reader reader) {
        Status present = statuses.one(id, reader).original();
        return revisions.history(Long.parseLong(present.id())).stream()
                .map(revision -> StatusEdit.from(revision, present.account()))
                .toList();
    }

    /** What the author typed, for everybody who may read the post. */
    StatusSource source(long id, Reader reader) {
        Status present = statuses.one(id, reader).original();
        return jdbc.sql("SELECT source, format FROM post WHERE id = :id")
                .param("id", Long.valueOf(present.id()))
                .query((row, number) -> new StatusSource(
                        present.id(),
                        row.getString("source"),
                        present.spoilerText(),
                        TextFormat.valueOf(row.getString("format")).contentType()))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
