package io.microblog.search.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.event.PostState;
import org.jspecify.annotations.Nullable;

/** What a post has besides its text. Events from before it was told say nothing of media and polls. */
final class Attached {

    private Attached() {}

    /** Options of its poll and descriptions of its media, a line each. */
    static String words(PostState post) {
        return Stream.concat(
                        all(post.pollOptions()).stream(),
                        all(post.media()).stream().flatMap(media -> Stream.ofNullable(media.description())))
                .collect(Collectors.joining("\n"));
    }

    /** By the names that operators have for them. */
    static String[] traits(PostState post) {
        Set<String> traits = new LinkedHashSet<>();
        all(post.media()).forEach(media -> {
            traits.add("media");
            traits.add(media.type());
        });
        addIf(traits, "poll", !all(post.pollOptions()).isEmpty());
        addIf(traits, "reply", post.inReplyToId() != null);
        addIf(traits, "sensitive", post.sensitive());
        return traits.toArray(String[]::new);
    }

    private static void addIf(Set<String> traits, String trait, boolean has) {
        if (has) {
            traits.add(trait);
        }
    }

    private static <T> List<T> all(@Nullable List<T> told) {
        return Objects.requireNonNullElse(told, List.of());
    }
}
