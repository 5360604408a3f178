package io.microblog.search;

import java.time.Instant;
import java.util.List;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent;
import io.microblog.event.EngagementEvent.PostFavourited;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/** A post in tests, as of one version. */
public record APost(
        long id,
        long version,
        long authorId,
        String text,
        @Nullable String language,
        Visibility visibility,
        List<String> hashtags) {

    public static APost by(Somebody author) {
        return new APost(Ids.next(), 1, author.id(), "", null, Visibility.PUBLIC, List.of());
    }

    public APost saying(String words) {
        return new APost(id, version, authorId, words, language, visibility, hashtags);
    }

    public APost in(@Nullable String tag) {
        return new APost(id, version, authorId, text, tag, visibility, hashtags);
    }

    public APost seenBy(Visibility whom) {
        return new APost(id, version, authorId, text, language, whom, hashtags);
    }

    public APost tagged(String... names) {
        return new APost(id, version, authorId, text, language, visibility, List.of(names));
    }

    /** The next version, to be changed. */
    public APost edit() {
        return new APost(id, version + 1, authorId, text, language, visibility, hashtags);
    }

    public PostEvent created() {
        return new PostCreated(state());
    }

    public PostEvent edited() {
        return new PostEdited(state());
    }

    public PostEvent deleted() {
        return new PostDeleted(id, version + 1, authorId, Instant.now());
    }

    /** So many favourites, as of one version of the numbers. */
    public EngagementEvent likedBy(long people, long numbersVersion) {
        return new PostFavourited(new Engagement(id, authorId, numbersVersion, people, 0), Ids.next());
    }

    private PostState state() {
        return new PostState(
                id,
                version,
                authorId,
                null,
                null,
                visibility,
                "<p>" + text + "</p>",
                text,
                "",
                false,
                language,
                List.of(),
                hashtags,
                Instant.now(),
                version > 1 ? Instant.now() : null);
    }
}
