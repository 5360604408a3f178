package io.microblog.post.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.microblog.kit.text.Hashtags;
import org.jspecify.annotations.Nullable;

/**
 * Which hashtags posts must have, all normalised.
 *
 * @param any at least one of these
 * @param all each of these
 * @param none not one of these
 */
record TagFilter(List<String> any, List<String> all, List<String> none) {

    /** As many of each kind are taken; the rest is ignored, as the API has it. */
    private static final int MAX = 4;

    /** What is no hashtag is left out; when the first is none, nothing is found. */
    static TagFilter of(
            String hashtag, @Nullable List<String> any, @Nullable List<String> all, @Nullable List<String> none) {
        Optional<String> first = Hashtags.normalise(hashtag);
        List<String> either = first.stream()
                .flatMap(name -> Stream.concat(Stream.of(name), normalised(any)))
                .distinct()
                .toList();
        return new TagFilter(either, normalised(all).toList(), normalised(none).toList());
    }

    private static Stream<String> normalised(@Nullable List<String> names) {
        return names == null
                ? Stream.empty()
                : names.stream().limit(MAX).flatMap(name -> Hashtags.normalise(name).stream());
    }
}
