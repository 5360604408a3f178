package io.microblog.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A post, whole.
 *
 * @param id time-ordered
 * @param version grows with each edit; deletion is the last version
 * @param authorId who wrote it
 * @param inReplyToId the post it answers, null for the start of a thread
 * @param inReplyToAuthorId who wrote that post
 * @param visibility who may see it
 * @param content sanitised HTML
 * @param text the same without markup, for search and mails
 * @param spoilerText content warning, empty when there is none
 * @param sensitive whether media start hidden
 * @param language ISO 639 code, null when unknown
 * @param mentions the people named in it
 * @param hashtags normalised, without the hash sign
 * @param createdAt when it was published
 * @param editedAt when it was last edited, null when never
 * @param media what is attached, in its order; null in events from before it was told
 * @param pollOptions what one may vote for, empty without a poll; null in events from before they were told
 * @param threadId the post that began the thread, the post itself where it begins one; null in events from before it was
 *     told
 * @param quote what it quotes; null when it quotes nothing
 */
public record PostState(
        @IdString long id,
        long version,
        @IdString long authorId,
        @IdString @Nullable Long inReplyToId,
        @IdString @Nullable Long inReplyToAuthorId,
        Visibility visibility,
        String content,
        String text,
        String spoilerText,
        boolean sensitive,
        @Nullable String language,
        List<Mention> mentions,
        List<String> hashtags,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable List<Media> media,
        @Nullable List<String> pollOptions,
        @IdString @Nullable Long threadId,
        @Nullable Quote quote) {

    /** A post that quotes nothing. */
    public PostState(
            long id,
            long version,
            long authorId,
            @Nullable Long inReplyToId,
            @Nullable Long inReplyToAuthorId,
            Visibility visibility,
            String content,
            String text,
            String spoilerText,
            boolean sensitive,
            @Nullable String language,
            List<Mention> mentions,
            List<String> hashtags,
            Instant createdAt,
            @Nullable Instant editedAt,
            @Nullable List<Media> media,
            @Nullable List<String> pollOptions,
            @Nullable Long threadId) {
        this(
                id,
                version,
                authorId,
                inReplyToId,
                inReplyToAuthorId,
                visibility,
                content,
                text,
                spoilerText,
                sensitive,
                language,
                mentions,
                hashtags,
                createdAt,
                editedAt,
                media,
                pollOptions,
                threadId,
                null);
    }

    /** A person named in a post. */
    public record Mention(@IdString long accountId, String username) {}

    /**
     * An image, video or recording.
     *
     * @param type as the API names it
     * @param description for those who do not see or hear it, null when nothing is said
     */
    public record Media(String type, @Nullable String description) {}

    /**
     * A post that is quoted.
     *
     * @param postId it may be gone
     * @param authorId who wrote it
     * @param revoked whether that author has taken it out again
     */
    public record Quote(@IdString long postId, @IdString long authorId, boolean revoked) {}
}
