package io.microblog.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who listens to which timeline.
 *
 * @param home people, for their homes
 * @param everybody people, for all public posts
 * @param media people, for public posts with something to look at
 * @param hashtags people by hashtags, normalised
 * @param lists lists, for their owners
 * @param direct people, for their conversations
 */
public record StreamListeners(
        List<Long> home,
        List<Long> everybody,
        List<Long> media,
        Map<String, List<Long>> hashtags,
        List<Long> lists,
        List<Long> direct) {

    /** The other service may be of a version that does not know all of them. */
    public StreamListeners {
        direct = Objects.requireNonNullElse(direct, List.of());
    }

    /** Somebody alone, for one of their conversations. */
    public static StreamListeners direct(long person) {
        return new StreamListeners(List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(person));
    }

    /** How many there are. */
    public int count() {
        return home.size()
                + everybody.size()
                + media.size()
                + hashtags.values().stream().mapToInt(List::size).sum()
                + lists.size()
                + direct.size();
    }
}
