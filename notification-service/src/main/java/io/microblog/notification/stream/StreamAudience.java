package io.microblog.notification.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.internal.StreamApi;
import io.microblog.internal.StreamListeners;

/** Those who listen at a moment, as post-service is asked about them: each person once for each timeline. */
final class StreamAudience {

    private final Set<Long> home = new HashSet<>();
    private final Set<Long> everybody = new HashSet<>();
    private final Set<Long> media = new HashSet<>();
    private final Map<String, Set<Long>> hashtags = new HashMap<>();
    private final Map<Long, Long> ownersByList = new HashMap<>();
    private final Set<Long> direct = new HashSet<>();

    private int count;

    /** In as many parts as fit into questions, no person in two of them; none when nobody listens. */
    static List<StreamAudience> of(Collection<Set<Listener>> people) {
        List<StreamAudience> parts = new ArrayList<>();
        for (Set<Listener> connections : people) {
            Set<Listener> present = Set.copyOf(connections);
            Set<Channel> channels = present.stream()
                    .flatMap(listener -> listener.channels().stream())
                    .filter(StreamAudience::carriesPosts)
                    .collect(Collectors.toSet());
            if (!channels.isEmpty()) {
                if (parts.isEmpty() || parts.getLast().count + channels.size() > StreamApi.MAX_LISTENERS) {
                    parts.add(new StreamAudience());
                }
                long person = present.iterator().next().accountId();
                channels.forEach(channel -> parts.getLast().add(person, channel));
            }
        }
        return parts;
    }

    /** Whose list it is. */
    long ownerOf(long list) {
        return ownersByList.getOrDefault(list, 0L);
    }

    /** As a question names them. */
    StreamListeners listeners() {
        Map<String, List<Long>> tagged = new HashMap<>();
        hashtags.forEach((hashtag, people) -> tagged.put(hashtag, List.copyOf(people)));
        return new StreamListeners(
                List.copyOf(home),
                List.copyOf(everybody),
                List.copyOf(media),
                tagged,
                List.copyOf(ownersByList.keySet()),
                List.copyOf(direct));
    }

    private void add(long person, Channel channel) {
        count++;
        switch (channel.timeline()) {
            case USER -> home.add(person);
            case EVERYBODY -> everybody.add(person);
            case MEDIA -> media.add(person);
            case HASHTAG ->
                hashtags.computeIfAbsent(channel.hashtag(), _ -> new HashSet<>())
                        .add(person);
            case LIST -> ownersByList.put(channel.list(), person);
            case DIRECT -> direct.add(person);
            case NOTIFICATIONS, SILENCE -> {
                // No posts come by these.
            }
        }
    }

    private static boolean carriesPosts(Channel channel) {
        return switch (channel.timeline()) {
            case USER, EVERYBODY, MEDIA, HASHTAG, LIST, DIRECT -> true;
            case NOTIFICATIONS, SILENCE -> false;
        };
    }
}
