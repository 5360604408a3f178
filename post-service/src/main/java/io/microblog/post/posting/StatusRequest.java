package io.microblog.post.posting;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.SourceText;
import io.microblog.kit.text.TextFormat;
import io.microblog.kit.text.VisibleText;
import io.microblog.post.media.Attachments;
import io.microblog.post.poll.NewPoll;
import io.microblog.post.poll.PollRequest;
import io.microblog.post.publish.Draft;
import io.microblog.post.publish.PublishPost;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to write or edit a post. What is not there yet is refused rather than ignored, because the author
 * would believe it to be published.
 *
 * @param status the text
 * @param spoilerText content warning; alone, it is the text
 * @param sensitive whether media start hidden
 * @param language ISO 639 code, with or without a region
 * @param visibility who may see it; an edit does not change it
 * @param inReplyToId the post it answers; an edit does not change it
 * @param contentType {@code text/markdown} or {@code text/plain}
 * @param mediaIds images, in their order, instead of a poll; an edit without any takes them all away
 * @param mediaAttributes what an edit says of images that stay
 * @param poll a question to the readers
 * @param scheduledAt date and time with a time zone, to publish it then, or at once when that has passed; not for edits
 * @param draftId the draft that is published by it, and ends; not for edits
 * @param allowedMentions the people whom the text may name: it is not published if it names others, whom its author did not
 *     see in it; null for anybody; not for edits
 * @param quotedStatusId the post it quotes; an edit does not change it
 * @param quoteApprovalPolicy who may quote it; null leaves that to the author's defaults, or as it is
 * @param quoteId not supported; what other servers call it
 */
record StatusRequest(
        @Nullable String status,
        @Nullable String spoilerText,
        @Nullable Boolean sensitive,
        @Nullable String language,
        @Nullable Visibility visibility,
        @Nullable Long inReplyToId,
        @Nullable String contentType,
        @Nullable List<Long> mediaIds,
        @Nullable List<Attachments.Change> mediaAttributes,
        @Nullable PollRequest poll,
        @Nullable String scheduledAt,
        @Nullable Long draftId,
        @Nullable List<Long> allowedMentions,
        @Nullable Long quotedStatusId,
        @Nullable QuotePolicy quoteApprovalPolicy,
        @Nullable Object quoteId) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern THREE_LETTERS = Pattern.compile("[a-z]{3}");

    /**
     * The command to publish it.
     *
     * @throws Invalid naming each field that cannot be accepted
     */
    PublishPost command() {
        return new PublishPost(
                draft(quotedStatusId != null), newPoll(), visibility, inReplyToId, quotedStatusId, quoteApprovalPolicy);
    }

    /** Whether it is to be published at another time than now. */
    boolean isScheduled() {
        return scheduledAt != null && !scheduledAt.isBlank();
    }

    /**
     * Refuses another time for what is published already.
     *
     * @throws Invalid when it names one
     */
    void requireUnscheduled() {
        if (isScheduled()) {
            throw Invalid.field("scheduled_at", "ERR_UNSUPPORTED", "is not supported");
        }
    }

    /**
     * Refuses to name others than its author expects.
     *
     * @param named the people in it but its author
     * @throws UnexpectedMentions when there are any
     */
    void requireExpected(Collection<Long> named) {
        List<Long> unexpected = allowedMentions == null
                ? List.of()
                : named.stream().filter(id -> !allowedMentions.contains(id)).toList();
        if (!unexpected.isEmpty()) {
            throw new UnexpectedMentions(unexpected);
        }
    }

    /**
     * The text with what belongs to it.
     *
     * @param quotes whether the post quotes another, which then is all that it shows besides its text
     * @throws Invalid naming each field that cannot be accepted
     */
    Draft draft(boolean quotes) {
        Invalid.Builder invalid = Invalid.builder();
        refuse(invalid, "quote_id", quoteId);
        if (media().size() > Attachments.MAX) {
            invalid.field("media_ids", "ERR_TOO_MANY", "can't be more than " + Attachments.MAX);
        }
        if (!media().isEmpty() && poll != null) {
            invalid.field("media_ids", "ERR_TOO_MANY", "can't be combined with a poll");
        }
        if (quotes && !media().isEmpty()) {
            invalid.field("media_ids", "ERR_TOO_MANY", "can't be combined with a quote");
        }
        if (quotes && poll != null && !poll.isEmpty()) {
            invalid.field("poll", "ERR_TOO_MANY", "can't be combined with a quote");
        }
        if (media().isEmpty() && !quotes && isBlank(status) && isBlank(spoilerText)) {
            invalid.field("text", "ERR_BLANK", "can't be blank");
        }
        Draft draft = draft(format(invalid));
        if (draft.language() != null && !isLanguage(draft.language())) {
            invalid.field("language", "ERR_INVALID", "is not an ISO 639 code");
        }
        invalid.throwIfAny();
        return draft;
    }

    /**
     * The poll, null when there is none.
     *
     * @throws Invalid naming each field that cannot be accepted
     */
    @Nullable
    NewPoll newPoll() {
        if (poll == null || poll.isEmpty()) {
            return null;
        }
        Invalid.Builder invalid = Invalid.builder();
        NewPoll read = poll.read(invalid);
        invalid.throwIfAny();
        return read;
    }

    private Draft draft(TextFormat format) {
        String warning =
                SourceText.clean(Objects.requireNonNullElse(spoilerText, "")).strip();
        return new Draft(Objects.requireNonNullElse(status, ""), format, warning, sensitive, language, media());
    }

    /** Each image once. */
    private List<Long> media() {
        return mediaIds == null
                ? List.of()
                : mediaIds.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** What an edit says of images. */
    List<Attachments.Change> mediaChanges() {
        return Objects.requireNonNullElse(mediaAttributes, List.of());
    }

    private TextFormat format(Invalid.Builder invalid) {
        if (contentType == null || contentType.isBlank()) {
            return TextFormat.MARKDOWN;
        }
        return TextFormat.of(contentType.strip()).orElseGet(() -> {
            invalid.field("content_type", "ERR_INCLUSION", "is not included in the list");
            return TextFormat.MARKDOWN;
        });
    }

    private static boolean isLanguage(String code) {
        return LANGUAGES.contains(code) || THREE_LETTERS.matcher(code).matches();
    }

    private static void refuse(Invalid.Builder invalid, String field, @Nullable Object value) {
        boolean nothing = switch (value) {
            case null -> true;
            case String string -> string.isBlank();
            case Collection<?> list -> list.isEmpty();
            case Map<?, ?> object -> object.isEmpty();
            default -> false;
        };
        if (!nothing) {
            invalid.field(field, "ERR_UNSUPPORTED", "is not supported");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || VisibleText.isBlank(text);
    }
}
