package io.microblog.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent;
import io.microblog.event.EngagementEvent.PostFavourited;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.PostState.Media;
import io.microblog.event.PostState.Mention;
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
        List<String> hashtags,
        Around around) {

    /** What a post has besides its text. */
    public record Around(
            List<Mention> mentions,
            String warning,
            @Nullable Long answered,
            List<Media> media,
            List<String> options) {

        public static final Around NOTHING = new Around(List.of(), "", null, List.of(), List.of());
    }

    public static APost by(Somebody author) {
        return new APost(Ids.next(), 1, author.id(), "", null, Visibility.PUBLIC, List.of(), Around.NOTHING);
    }

    public APost saying(String words) {
        return new APost(id, version, authorId, words, language, visibility, hashtags, around);
    }

    public APost in(@Nullable String tag) {
        return new APost(id, version, authorId, text, tag, visibility, hashtags, around);
    }

    public APost seenBy(Visibility whom) {
        return new APost(id, version, authorId, text, language, whom, hashtags, around);
    }

    public APost tagged(String... names) {
        return new APost(id, version, authorId, text, language, visibility, List.of(names), around);
    }

    public APost mentioning(long... people) {
        List<Mention> mentions = Arrays.stream(people)
                .mapToObj(person -> new Mention(person, "name" + person))
                .toList();
        return with(new Around(mentions, around.warning(), around.answered(), around.media(), around.options()));
    }

    public APost behind(String warning) {
        return with(new Around(around.mentions(), warning, around.answered(), around.media(), around.options()));
    }

    public APost answering(APost other) {
        return with(new Around(around.mentions(), around.warning(), other.id(), around.media(), around.options()));
    }

    /** With one more image, video or recording. */
    public APost showing(String type, @Nullable String description) {
        List<Media> media = Stream.concat(around.media().stream(), Stream.of(new Media(type, description)))
                .toList();
        return with(new Around(around.mentions(), around.warning(), around.answered(), media, around.options()));
    }

    public APost asking(String... options) {
        return with(
                new Around(around.mentions(), around.warning(), around.answered(), around.media(), List.of(options)));
    }

    private APost with(Around changed) {
        return new APost(id, version, authorId, text, language, visibility, hashtags, changed);
    }

    /** The next version, to be changed. */
    public APost edit() {
        return new APost(id, version + 1, authorId, text, language, visibility, hashtags, around);
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
        return new PostFavourited(new Engagement(id, authorId, numbersVersion, people, 0, null), Ids.next());
    }

    private PostState state() {
        return new PostState(
                id,
                version,
                authorId,
                around.answered(),
                around.answered() == null ? null : authorId,
                visibility,
                "<p>" + text + "</p>",
                text,
                around.warning(),
                !around.warning().isEmpty(),
                language,
                around.mentions(),
                hashtags,
                Instant.now(),
                version > 1 ? Instant.now() : null,
                around.media(),
                around.options(),
                null);
    }
}
