package io.microblog.local.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.local.demo.drawing.Pictures;

/**
 * Somebody of the demo.
 *
 * @param username as it signs up
 * @param name as it is shown
 * @param languages as two letters, the own one first
 * @param traits of the portrait, as {@link Pictures#portrait} knows them
 * @param header the kind of picture at the top of the profile, of {@link Pictures#kinds}
 * @param interests words by which people find each other
 * @param note the profile's text
 * @param fields the profile's table
 */
record Person(
        String username,
        String name,
        List<String> languages,
        Set<String> traits,
        String header,
        Set<String> interests,
        String note,
        Map<String, String> fields) {

    private static final int HEADER_WIDTH = 1500;
    private static final int HEADER_HEIGHT = 500;

    /** One line of people.txt. */
    static Person parse(String line) {
        String[] column = line.split("\\|", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : column[7].split(";")) {
            int equals = field.indexOf('=');
            fields.put(
                    field.substring(0, equals).strip(),
                    field.substring(equals + 1).strip());
        }
        return new Person(
                column[0].strip(),
                column[1].strip(),
                words(column[2]),
                Set.copyOf(words(column[3])),
                column[4].strip(),
                Set.copyOf(words(column[5])),
                column[6].strip(),
                Collections.unmodifiableMap(fields));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
    }

    String language() {
        return languages.getFirst();
    }

    byte[] portrait() {
        return Pictures.portrait(seed(), traits);
    }

    byte[] headerPicture() {
        return Pictures.paint(header, HEADER_WIDTH, HEADER_HEIGHT, seed());
    }

    /** How much this person would like to read the other: shared languages count most. */
    int affinity(Person other) {
        long shared = languages.stream().filter(other.languages::contains).count();
        long interests =
                this.interests.stream().filter(other.interests::contains).count();
        return (int) (3 * shared + 2 * interests + (language().equals(other.language()) ? 2 : 0));
    }

    long seed() {
        return username.hashCode();
    }
}
