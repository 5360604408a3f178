package io.microblog.post.draft;

import java.time.Instant;
import java.util.List;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.post.media.MediaAttachment;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its author sees it, in the style of the API's {@code ScheduledStatus}.
 *
 * @param id decimal
 * @param version grows with each change; a change names the one that it was made to
 * @param updatedAt when it was changed last
 * @param params what has been written so far
 * @param mediaAttachments its images that are still there, in their order
 * @param reason why it was not published, where it was scheduled before; null until then, and after a change
 * @param reasonCode the reason for programs, as the {@code type} of a problem ends; null where there is no code for it
 */
record DraftStatus(
        String id,
        long version,
        Instant updatedAt,
        Params params,
        List<MediaAttachment> mediaAttachments,
        @Nullable String reason,
        @Nullable String reasonCode) {

    /**
     * What has been written so far; whether it can be published is seen then. It is kept in this form, too.
     *
     * @param text as the author wrote it
     * @param contentType the format of the text; null when the author did not say
     * @param mediaIds images, in their order; null without any
     * @param sensitive whether media start hidden; null when the author did not say
     * @param spoilerText content warning; null without one
     * @param visibility who may see it; null when the author did not say
     * @param language ISO 639 code; null when the author did not say
     * @param inReplyToId the post it answers
     * @param quotedStatusId the post it quotes
     * @param quoteApprovalPolicy who may quote it; null when the author did not say
     * @param poll what it asks; null without a poll
     * @param scheduledAt when it is to be published; null when the author did not say
     */
    record Params(
            @Nullable String text,
            @Nullable String contentType,
            @Nullable List<String> mediaIds,
            @Nullable Boolean sensitive,
            @Nullable String spoilerText,
            @Nullable Visibility visibility,
            @Nullable String language,
            @Nullable String inReplyToId,
            @Nullable String quotedStatusId,
            @Nullable QuotePolicy quoteApprovalPolicy,
            @Nullable Question poll,
            @Nullable Instant scheduledAt) {

        List<Long> media() {
            return mediaIds == null
                    ? List.of()
                    : mediaIds.stream().map(Long::valueOf).toList();
        }

        Params withMedia(List<MediaAttachment> images) {
            List<String> ids = images.stream().map(MediaAttachment::id).toList();
            return new Params(
                    text,
                    contentType,
                    ids.isEmpty() ? null : ids,
                    sensitive,
                    spoilerText,
                    visibility,
                    language,
                    inReplyToId,
                    quotedStatusId,
                    quoteApprovalPolicy,
                    poll,
                    scheduledAt);
        }
    }

    /**
     * A poll, as far as it has come.
     *
     * @param options what one may vote for
     * @param expiresIn seconds until it ends, once it is published; null when the author did not say
     * @param multiple whether one may vote for several
     * @param hideTotals whether the numbers stay hidden until it ends
     */
    record Question(List<String> options, @Nullable Long expiresIn, boolean multiple, boolean hideTotals) {}
}
