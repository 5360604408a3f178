package io.microblog.internal;

import java.util.List;
import java.util.Map;

/**
 * Who listens to which timeline.
 *
 * @param home people, for their homes
 * @param everybody people, for all public posts
 * @param media people, for public posts with something to look at
 * @param hashtags people by hashtags, normalised
 * @param lists lists, for their owners
 */
public record StreamListeners(
        List<Long> home, List<Long> everybody, List<Long> media, Map<String, List<Long>> hashtags, List<Long> lists) {

    /** How many there are. */
    public int count() {
        return home.size()
                + everybody.size()
                + media.size()
                + hashtags.values().stream().mapToInt(List::size).sum()
                + lists.size();
    }
}
