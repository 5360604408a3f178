package io.microblog.notification.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.text.Hashtags;
import org.jspecify.annotations.Nullable;

/**
 * What a client subscribes to.
 *
 * @param timeline what is heard on it
 * @param names the API's name of the stream, with the hashtag or list as the client wrote it
 * @param hashtag normalised; empty unless it is one
 * @param list its id; 0 unless it is one
 */
record Channel(Timeline timeline, List<String> names, String hashtag, long list) {

    private static final Map<String, Timeline> TIMELINES = Map.ofEntries(
            Map.entry("user", Timeline.USER),
            Map.entry("user:notification", Timeline.NOTIFICATIONS),
            Map.entry("public", Timeline.EVERYBODY),
            Map.entry("public:local", Timeline.EVERYBODY),
            Map.entry("public:remote", Timeline.SILENCE),
            Map.entry("public:media", Timeline.MEDIA),
            Map.entry("public:local:media", Timeline.MEDIA),
            Map.entry("public:remote:media", Timeline.SILENCE),
            Map.entry("hashtag", Timeline.HASHTAG),
            Map.entry("hashtag:local", Timeline.HASHTAG),
            Map.entry("list", Timeline.LIST),
            Map.entry("direct", Timeline.DIRECT));

    /**
     * Reads what a client asks for.
     *
     * @throws BadRequest when there is no such stream, or it lacks its hashtag or list
     */
    static Channel of(@Nullable String stream, @Nullable String tag, @Nullable String list) {
        Timeline timeline = stream == null ? null : TIMELINES.get(stream);
        if (stream == null || timeline == null) {
            throw new BadRequest("Unknown stream type");
        }
        return switch (timeline) {
            case HASHTAG -> {
                String given = given(tag, "Missing tag name parameter");
                Optional<String> hashtag = Hashtags.normalise(given);
                yield new Channel(
                        hashtag.isPresent() ? timeline : Timeline.SILENCE,
                        List.of(stream, given),
                        hashtag.orElse(""),
                        0);
            }
            case LIST -> {
                String given = given(list, "Missing list name parameter");
                yield new Channel(timeline, List.of(stream, given), "", id(given));
            }
            case USER, NOTIFICATIONS, EVERYBODY, MEDIA, DIRECT, SILENCE ->
                new Channel(timeline, List.of(stream), "", 0);
        };
    }

    /** The scope that it takes. */
    String scope() {
        return timeline == Timeline.NOTIFICATIONS ? "read:notifications" : "read:statuses";
    }

    private static String given(@Nullable String value, String error) {
        if (value == null || value.isBlank()) {
            throw new BadRequest(error);
        }
        return value;
    }

    /** No list has the id 0. */
    private static long id(String given) {
        return given.matches("[0-9]{1,18}") ? Long.parseLong(given) : 0;
    }
}
