package io.microblog.search.analysis;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Names of people and hashtags as they are compared. */
public final class Name {

    private static final String ARTICLE = "ال";

    private Name() {}

    /** What an account is found by: the words of its display name and the parts of its handle. */
    public static Analysed of(String username, String displayName) {
        Analysed both = Analysed.of(displayName + " \n " + username, null);
        Set<String> joined = new LinkedHashSet<>(both.joined());
        joined.add(joined(username));
        List.of(both.words().split(" ")).forEach(word -> {
            joined.addAll(givenNames(word));
            joined.add(withoutArticle(word));
        });
        return new Analysed(both.words(), joined, both.written(), Set.of(), Set.of(), Set.of(), both.sounds());
    }

    /** The Arabic article belongs to a name or not, as people like. */
    public static String withoutArticle(String word) {
        return word.startsWith(ARTICLE) && word.length() > ARTICLE.length() + 2
                ? word.substring(ARTICLE.length())
                : word;
    }

    /** A Korean given name follows the family name without a blank. */
    private static List<String> givenNames(String word) {
        return word.isEmpty() || UnicodeScript.of(word.codePointAt(0)) != UnicodeScript.HANGUL
                ? List.of()
                : IntStream.rangeClosed(1, word.length() - 2)
                        .mapToObj(word::substring)
                        .toList();
    }

    /** A hashtag, or several words that may be one: folded, without blanks and signs; empty when nothing is left. */
    public static String joined(String text) {
        return String.join("", Segment.of(text).stream().map(Segment::folded).toList());
    }
}
