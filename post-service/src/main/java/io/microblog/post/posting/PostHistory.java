package io.microblog.post.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.text.TextFormat;
import io.microblog.post.media.Attachments;
import io.microblog.post.media.MediaAttachment;
import io.microblog.post.status.Quote;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What posts said before they were edited, and what was typed. */
@Component
class PostHistory {

    private final Revisions revisions;
    private final Statuses statuses;
    private final Attachments attachments;
    private final JdbcClient jdbc;

    PostHistory(Revisions revisions, Statuses statuses, Attachments attachments, JdbcClient jdbc) {
        this.revisions = revisions;
        this.statuses = statuses;
        this.attachments = attachments;
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
     * @param poll what it asked, null without a poll
     * @param quote what it quotes, which no edit changes
     * @param emojis always empty: there are no custom emojis
     */
    record StatusEdit(
            String content,
            String spoilerText,
            boolean sensitive,
            Instant createdAt,
            PublicAccount account,
            List<MediaAttachment> mediaAttachments,
            @Nullable AskedPoll poll,
            @Nullable Quote quote,
            List<Object> emojis) {

        static StatusEdit from(Revision revision, Status present, List<MediaAttachment> media) {
            return new StatusEdit(
                    revision.content(),
                    revision.spoilerText(),
                    revision.sensitive(),
                    revision.createdAt(),
                    present.account(),
                    media,
                    AskedPoll.of(revision.poll()),
                    present.quote(),
                    List.of());
        }
    }

    /** The options of a poll at the time of one version. */
    record AskedPoll(List<Option> options) {

        /** What could be voted for. */
        record Option(String title) {}

        static @Nullable AskedPoll of(@Nullable List<String> options) {
            return options == null
                    ? null
                    : new AskedPoll(options.stream().map(Option::new).toList());
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
        List<Revision> history = revisions.history(Long.parseLong(present.id()));
        Map<Long, MediaAttachment> media = attachments.byId(
                history.stream().flatMap(revision -> revision.media().stream()).collect(Collectors.toSet()));
        return history.stream()
                .map(revision -> StatusEdit.from(revision, present, shown(revision, media)))
                .toList();
    }

    /** The images of a version with what was said of them then. */
    private static List<MediaAttachment> shown(Revision revision, Map<Long, MediaAttachment> media) {
        List<MediaAttachment> shown = new ArrayList<>();
        for (int i = 0; i < revision.media().size(); i++) {
            MediaAttachment image = media.get(revision.media().get(i));
            if (image != null) {
                List<String> then = revision.mediaDescriptions();
                shown.add(then.isEmpty() ? image : image.described(then.get(i).isEmpty() ? null : then.get(i)));
            }
        }
        return shown;
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
