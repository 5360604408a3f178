package io.microblog.post.status;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.post.media.MediaAttachment;
import org.jsoup.Jsoup;

/** All that a post says to who reads it. */
final class PostWords {

    private PostWords() {}

    /** Its text, its warning, what one may vote for and what its images show. */
    static Collection<String> of(PostRow post, Map<Long, MediaAttachment> media) {
        Stream<String> options = post.poll() == null
                ? Stream.empty()
                : post.poll().options().stream().map(Poll.Option::title);
        Stream<String> descriptions = post.media().stream()
                .map(media::get)
                .filter(Objects::nonNull)
                .map(MediaAttachment::description)
                .filter(Objects::nonNull);
        Stream<String> texts = Stream.of(Jsoup.parseBodyFragment(post.content()).text(), post.spoilerText());
        return Stream.of(texts, options, descriptions).flatMap(each -> each).toList();
    }
}
