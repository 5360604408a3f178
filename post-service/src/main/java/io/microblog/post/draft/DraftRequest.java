package io.microblog.post.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.PostText;
import io.microblog.kit.text.SourceText;
import io.microblog.post.draft.DraftStatus.Params;
import io.microblog.post.draft.DraftStatus.Question;
import io.microblog.post.media.Attachments;
import io.microblog.post.poll.PollRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to keep or change a draft: what it would send to publish it, and nothing needs to be finished. A
 * change says all of it.
 *
 * @param status the text
 * @param spoilerText content warning
 * @param sensitive whether media start hidden
 * @param language ISO 639 code
 * @param visibility who may see it
 * @param inReplyToId the post it answers
 * @param quotedStatusId the post it quotes
 * @param quoteApprovalPolicy who may quote it
 * @param contentType {@code text/markdown} or {@code text/plain}
 * @param mediaIds images, in their order
 * @param poll a question to the readers
 * @param scheduledAt date and time with a time zone, to publish it then
 * @param version the one that a change was made to; new drafts have none
 */
record DraftRequest(
        @Nullable String status,
        @Nullable String spoilerText,
        @Nullable Boolean sensitive,
        @Nullable String language,
        @Nullable Visibility visibility,
        @Nullable Long inReplyToId,
        @Nullable Long quotedStatusId,
        @Nullable QuotePolicy quoteApprovalPolicy,
        @Nullable String contentType,
        @Nullable List<Long> mediaIds,
        @Nullable PollRequest poll,
        @Nullable Instant scheduledAt,
        @Nullable Long version) {

    /** No name of a language or a format is longer. */
    private static final int MAX_NAME = 100;

    /**
     * What has been written so far.
     *
     * @throws Invalid when it is too large to be published ever
     */
    Params params() {
        List<Long> media = mediaIds == null
                ? List.of()
                : mediaIds.stream().filter(Objects::nonNull).distinct().toList();
        String text = SourceText.clean(Objects.requireNonNullElse(status, ""));
        String warning = SourceText.clean(Objects.requireNonNullElse(spoilerText, ""));
        Invalid.Builder invalid = Invalid.builder();
        if (PostText.size(warning, text) > PostText.MAX_BYTES) {
            invalid.field("text", "ERR_TOO_LARGE", "is larger than %d kB".formatted(PostText.MAX_BYTES / 1024));
        }
        if (media.size() > Attachments.MAX) {
            invalid.field("media_ids", "ERR_TOO_MANY", "can't be more than " + Attachments.MAX);
        }
        Params params = new Params(
                text,
                name("content_type", contentType, invalid),
                media.isEmpty() ? null : media.stream().map(String::valueOf).toList(),
                sensitive,
                warning.isEmpty() ? null : warning,
                visibility,
                name("language", language, invalid),
                inReplyToId == null ? null : inReplyToId.toString(),
                quotedStatusId == null ? null : quotedStatusId.toString(),
                quoteApprovalPolicy,
                question(invalid),
                scheduledAt);
        invalid.throwIfAny();
        return params;
    }

    /**
     * The version that a change was made to.
     *
     * @throws Invalid when it is not named
     */
    long requireVersion() {
        if (version == null) {
            throw Invalid.field("version", "ERR_BLANK", "can't be blank");
        }
        return version;
    }

    private @Nullable Question question(Invalid.Builder invalid) {
        if (poll == null || poll.isEmpty()) {
            return null;
        }
        List<String> options = poll.unfinished(invalid);
        return new Question(
                options,
                poll.expiresIn(),
                Boolean.TRUE.equals(poll.multiple()),
                Boolean.TRUE.equals(poll.hideTotals()));
    }

    private static @Nullable String name(String field, @Nullable String value, Invalid.Builder invalid) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String name = SourceText.clean(value).strip();
        if (name.length() > MAX_NAME) {
            invalid.field(field, "ERR_TOO_LONG", "is longer than %d characters".formatted(MAX_NAME));
        }
        return name;
    }
}
