package io.microblog.search.document;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A document as its row has it.
 *
 * @param id of the post or account
 * @param version grows with each change of the document
 * @param content what to index; null when nothing may be found (any more)
 */
public record Document(long id, long version, @Nullable Content content) {

    /** Stands among the readers of a post in the index that everybody may find. */
    public static final String EVERYBODY = "everybody";

    /** Stands there instead where only those may find it who follow its author. */
    public static final String FOLLOWERS = "followers";

    /** What is searched. */
    public sealed interface Content {}

    /**
     * A post.
     *
     * @param authorId who wrote it
     * @param findable whether everybody may find it
     * @param limited whether of everybody only those may who follow its author
     * @param readers who may find it all the same: its author, and the people named in it
     * @param text content warning and text without markup
     * @param around what hangs on it in words: options of its poll, descriptions of its media
     * @param traits what it has and is, by the names that operators have for it
     * @param language ISO 639 code, null when unknown
     * @param hashtags normalised, without the hash sign
     * @param createdAt when it was published
     * @param popularity how much people like it, from 0 on; one more for about twice as much
     */
    public record Post(
            long authorId,
            boolean findable,
            boolean limited,
            List<Long> readers,
            String text,
            String around,
            List<String> traits,
            @Nullable String language,
            List<String> hashtags,
            Instant createdAt,
            int popularity)
            implements Content {}

    /**
     * An account that is not suspended.
     *
     * @param limited whether only those may find it who follow it
     */
    public record Account(String username, String displayName, boolean limited) implements Content {}
}
