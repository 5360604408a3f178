package io.microblog.post.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.internal.StreamListeners;

/** Those who get one piece of news, by where they find it. */
class Hearers {

    private final Set<Long> people = new LinkedHashSet<>();
    private final List<Long> home = new ArrayList<>();
    private final List<Long> everybody = new ArrayList<>();
    private final List<Long> media = new ArrayList<>();
    private final Map<String, List<Long>> hashtags = new LinkedHashMap<>();
    private final Map<Long, Long> ownersByList = new LinkedHashMap<>();

    void home(long person) {
        home.add(person);
        people.add(person);
    }

    void everybody(long person) {
        everybody.add(person);
        people.add(person);
    }

    void media(long person) {
        media.add(person);
        people.add(person);
    }

    void tagged(String hashtag, long person) {
        hashtags.computeIfAbsent(hashtag, _ -> new ArrayList<>()).add(person);
        people.add(person);
    }

    void list(long list, long owner) {
        ownersByList.put(list, owner);
        people.add(owner);
    }

    /** All of them. */
    Set<Long> people() {
        return people;
    }

    /** Those among some people. */
    StreamListeners among(Set<Long> some) {
        Map<String, List<Long>> tagged = new LinkedHashMap<>();
        hashtags.forEach((hashtag, listeners) -> {
            List<Long> found = those(listeners, some);
            if (!found.isEmpty()) {
                tagged.put(hashtag, found);
            }
        });
        List<Long> lists = ownersByList.entrySet().stream()
                .filter(list -> some.contains(list.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return new StreamListeners(
                those(home, some), those(everybody, some), those(media, some), tagged, lists, List.of());
    }

    private static List<Long> those(List<Long> listeners, Set<Long> some) {
        return listeners.stream().filter(some::contains).toList();
    }
}
