package io.microblog.post.status;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.event.Visibility;
import io.microblog.kit.account.PublicAccount;
import io.microblog.post.card.PreviewCard;
import io.microblog.post.filter.FilterResult;
import io.microblog.post.media.MediaAttachment;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Status} (docs.joinmastodon.org/entities/Status). Keys without a value are there with null, except
 * {@code text}, which only the answer to a deletion has, and what concerns the reader, which only signed-in people get.
 *
 * @param id decimal
 * @param createdAt when it was published
 * @param inReplyToId the post it answers; null when that is gone
 * @param inReplyToAccountId who wrote that post
 * @param sensitive whether media start hidden: the author says so or, to others, moderation of all that they post
 * @param spoilerText content warning, may be empty
 * @param visibility who may see it
 * @param language ISO 639 code
 * @param uri its address for machines
 * @param url its page
 * @param repliesCount public and unlisted answers
 * @param reblogsCount boosts
 * @param favouritesCount favourites
 * @param quotesCount public and unlisted posts that quote it
 * @param editedAt when it was last edited
 * @param content sanitised HTML
 * @param text what the author wrote, for writing it anew
 * @param reblog the boosted post
 * @param quote what it quotes
 * @param quoteApproval who may quote it
 * @param application the app it was written with
 * @param account the author
 * @param mediaAttachments images
 * @param mentions the people named in it
 * @param tags the hashtags in it
 * @param emojis always empty: there are no custom emojis
 * @param card preview of its first link; null until the page has been fetched, or when it has none
 * @param poll the poll in it
 * @param yours what concerns the reader
 */
public record Status(
        String id,
        Instant createdAt,
        @Nullable String inReplyToId,
        @Nullable String inReplyToAccountId,
        boolean sensitive,
        String spoilerText,
        Visibility visibility,
        @Nullable String language,
        String uri,
        String url,
        long repliesCount,
        long reblogsCount,
        long favouritesCount,
        long quotesCount,
        @Nullable Instant editedAt,
        String content,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        @Nullable Status reblog,
        @Nullable Quote quote,
        QuoteApproval quoteApproval,
        @Nullable Application application,
        PublicAccount account,
        List<MediaAttachment> mediaAttachments,
        List<Mention> mentions,
        List<Tag> tags,
        List<Object> emojis,
        @Nullable PreviewCard card,
        @Nullable Poll poll,
        @JsonUnwrapped @Nullable Yours yours) {

    /**
     * Somebody named in a post.
     *
     * @param id decimal
     * @param username as the person writes it
     * @param url the page of the profile
     * @param acct the same as the user name: everybody is local
     */
    public record Mention(String id, String username, String url, String acct) {}

    /**
     * The app that a post was written with.
     *
     * @param name what it calls itself
     * @param website where it is found
     */
    public record Application(String name, @Nullable String website) {

        /** Null when the name is. */
        public static @Nullable Application of(@Nullable String name, @Nullable String website) {
            return name == null ? null : new Application(name, website == null || website.isBlank() ? null : website);
        }
    }

    /**
     * A hashtag in a post.
     *
     * @param name as the author wrote it, without the hash sign
     * @param url the page of its timeline
     */
    public record Tag(String name, String url) {}

    /**
     * What concerns the reader.
     *
     * @param favourited whether they marked it as a favourite
     * @param reblogged whether they boosted it
     * @param muted whether they muted its thread
     * @param bookmarked whether they bookmarked it
     * @param pinned whether they pinned it; only authors are told
     * @param held true for its author while it waits for a moderator; else it is left out
     * @param filtered which of their filters match, wherever those apply
     */
    public record Yours(
            boolean favourited,
            boolean reblogged,
            boolean muted,
            boolean bookmarked,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean pinned,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean held,

            List<FilterResult> filtered) {

        static Yours of(PostRow post, boolean isAuthor, List<FilterResult> filtered) {
            PostRow.Reactions did = post.reactions();
            return new Yours(
                    did.favourited(),
                    did.boosted(),
                    did.muted(),
                    did.bookmarked(),
                    isAuthor ? did.pinned() : null,
                    (isAuthor && post.held()) ? true : null,
                    filtered);
        }
    }

    /** The boosted post, or this one when it is no boost. */
    public Status original() {
        return reblog == null ? this : reblog;
    }

    /** The same with what the author wrote. */
    public Status withText(String source) {
        return new Status(
                id,
                createdAt,
                inReplyToId,
                inReplyToAccountId,
                sensitive,
                spoilerText,
                visibility,
                language,
                uri,
                url,
                repliesCount,
                reblogsCount,
                favouritesCount,
                quotesCount,
                editedAt,
                content,
                source,
                reblog,
                quote,
                quoteApproval,
                application,
                account,
                mediaAttachments,
                mentions,
                tags,
                emojis,
                card,
                poll,
                yours);
    }
}
