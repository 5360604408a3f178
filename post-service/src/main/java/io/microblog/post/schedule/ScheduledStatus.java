package io.microblog.post.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.text.TextFormat;
import io.microblog.post.media.MediaAttachment;
import io.microblog.post.poll.NewPoll;
import io.microblog.post.publish.Draft;
import io.microblog.post.publish.PublishPost;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code ScheduledStatus} (docs.joinmastodon.org/entities/ScheduledStatus).
 *
 * @param id decimal
 * @param scheduledAt when it is due
 * @param params what is to be published
 * @param mediaAttachments its images
 */
public record ScheduledStatus(String id, Instant scheduledAt, Params params, List<MediaAttachment> mediaAttachments) {

    /**
     * What is to be published, as its author said it. It is kept in this form, too; earlier versions kept the text, its
     * format and the language as the client had sent them.
     *
     * @param text as the author wrote it; null where it is the content warning
     * @param contentType the format of the text; null when the author did not say
     * @param mediaIds images, in their order; null without any
     * @param sensitive whether media start hidden; null when the author did not say
     * @param spoilerText content warning; null without one
     * @param visibility decided when it was scheduled: a default that changes later must not show it to more people
     * @param language ISO 639 code; null when the author did not say
     * @param inReplyToId the post it answers
     * @param poll what it asks; null without a poll
     * @param quotedStatusId the post it quotes
     * @param quoteApprovalPolicy who may quote it, decided likewise; null in what was scheduled before that could be said
     * @param scheduledAt always null: it is scheduled once
     * @param idempotency always null: the key is forgotten before the post is due
     * @param applicationId always 0: a number that the API asks for, and clients ignore
     * @param withRateLimit always false; no longer in use
     */
    public record Params(
            @Nullable String text,
            @Nullable String contentType,
            @Nullable List<String> mediaIds,
            @Nullable Boolean sensitive,
            @Nullable String spoilerText,
            Visibility visibility,
            @Nullable String language,
            @Nullable String inReplyToId,
            @Nullable Question poll,
            @Nullable String quotedStatusId,
            @Nullable QuotePolicy quoteApprovalPolicy,
            @Nullable String scheduledAt,
            @Nullable String idempotency,
            int applicationId,
            boolean withRateLimit) {

        static Params of(PublishPost post) {
            Draft draft = post.draft();
            return new Params(
                    draft.source(),
                    draft.format().contentType(),
                    draft.media().isEmpty()
                            ? null
                            : draft.media().stream().map(String::valueOf).toList(),
                    draft.sensitive(),
                    draft.spoilerText().isEmpty() ? null : draft.spoilerText(),
                    Objects.requireNonNull(post.visibility()),
                    draft.language(),
                    post.inReplyToId() == null ? null : post.inReplyToId().toString(),
                    post.poll() == null ? null : Question.of(post.poll()),
                    post.quotedId() == null ? null : post.quotedId().toString(),
                    post.quotePolicy(),
                    null,
                    null,
                    0,
                    false);
        }

        PublishPost command() {
            Draft draft = new Draft(
                    Objects.requireNonNullElse(text, ""),
                    contentType == null
                            ? TextFormat.MARKDOWN
                            : TextFormat.of(contentType.strip()).orElse(TextFormat.MARKDOWN),
                    Objects.requireNonNullElse(spoilerText, "").strip(),
                    sensitive,
                    language,
                    mediaIds == null
                            ? List.of()
                            : mediaIds.stream().map(Long::valueOf).toList());
            return new PublishPost(
                    draft,
                    poll == null ? null : poll.newPoll(),
                    visibility,
                    inReplyToId == null ? null : Long.valueOf(inReplyToId),
                    quotedStatusId == null ? null : Long.valueOf(quotedStatusId),
                    quoteApprovalPolicy);
        }
    }

    /**
     * A poll that opens when the post is published.
     *
     * @param options what one may vote for
     * @param expiresIn seconds until it ends, from then on
     * @param multiple whether one may vote for several
     * @param hideTotals whether the numbers stay hidden until it ends
     */
    public record Question(List<String> options, long expiresIn, boolean multiple, boolean hideTotals) {

        private static Question of(NewPoll poll) {
            return new Question(poll.options(), poll.duration().toSeconds(), poll.multiple(), poll.hideTotals());
        }

        private NewPoll newPoll() {
            return new NewPoll(options, Duration.ofSeconds(expiresIn), multiple, hideTotals);
        }
    }
}
