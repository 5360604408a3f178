package io.microblog.post.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.post.author.Author;
import io.microblog.post.filter.FilterSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows authors what they have just written without reading it again. */
@Component
public class WrittenStatuses {

    private final StatusView view;

    WrittenStatuses(StatusView view) {
        this.view = view;
    }

    /**
     * A new post that shows nothing but itself and its author: no other post or person, no image, no poll, no card.
     *
     * @param visibility not direct
     * @param content sanitised HTML
     * @param language ISO 639 code, null when unknown
     * @param hashtagsAsWritten one for each of the hashtags
     * @param application what it was written with, null when that is unknown
     * @param quotePolicy who may quote it
     */
    public record Written(
            long id,
            long version,
            Visibility visibility,
            String content,
            String spoilerText,
            boolean sensitive,
            @Nullable String language,
            List<String> hashtags,
            List<String> hashtagsAsWritten,
            Status.@Nullable Application application,
            QuotePolicy quotePolicy,
            Instant createdAt) {}

    /**
     * The post as its author sees it, with whom nobody has done anything yet.
     *
     * @param author as they were before it
     */
    public Status show(Written post, Author author) {
        Author now = author.havingPosted(post.id());
        return view.show(
                row(post, now.id()),
                Map.of(),
                new Surroundings(Map.of(now.id(), now), Map.of(), Map.of()),
                new Reader(now.id()),
                FilterSet.NONE);
    }

    private static PostRow row(Written post, long authorId) {
        return new PostRow(
                post.id(),
                post.version(),
                authorId,
                null,
                null,
                post.visibility(),
                post.content(),
                post.spoilerText(),
                post.sensitive(),
                post.language(),
                List.of(),
                post.hashtags(),
                post.hashtagsAsWritten(),
                List.of(),
                post.createdAt(),
                null,
                post.application(),
                new PostRow.Counts(0, 0, 0, 0),
                new PostRow.Reactions(false, false, false, false, false),
                null,
                null,
                QuoteApproval.of(post.quotePolicy(), true),
                null,
                false,
                false);
    }
}
