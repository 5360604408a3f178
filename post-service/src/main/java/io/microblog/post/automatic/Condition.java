package io.microblog.post.automatic;

import java.util.List;

import com.google.re2j.Pattern;
import io.microblog.post.filter.KeywordMatcher;

/** Something that holds of a post or not. */
sealed interface Condition {

    /** What the post itself shows. */
    sealed interface OfText extends Condition {

        /** Whether it holds. */
        boolean holds(JudgedPost post);
    }

    /** What has to be looked up, for many posts in one query. The cheaper ones are declared first. */
    sealed interface OfSurroundings extends Condition {}

    /**
     * One of some words or phrases is in it, whatever their case, width or script.
     *
     * @param whole whether they count only where they stand for themselves
     */
    record Words(List<String> words, boolean whole, List<KeywordMatcher> matchers) implements OfText {

        Words(List<String> words, boolean whole) {
            this(
                    words,
                    whole,
                    words.stream().map(word -> new KeywordMatcher(word, whole)).toList());
        }

        @Override
        public boolean holds(JudgedPost post) {
            String text = post.folded();
            return matchers.stream().anyMatch(matcher -> matcher.isIn(text));
        }
    }

    /** An expression in the syntax of RE2 finds something in it, in time that grows with the text alone. */
    record Expression(Pattern pattern) implements OfText {
        @Override
        public boolean holds(JudgedPost post) {
            return pattern.matcher(post.text()).find();
        }
    }

    /**
     * It links to one of some hosts, or to one below.
     *
     * @param hosts in lower case, as the domain name system has them
     */
    record Links(List<String> hosts) implements OfText {
        @Override
        public boolean holds(JudgedPost post) {
            return post.hosts().stream().anyMatch(this::isOneOf);
        }

        private boolean isOneOf(String linked) {
            return hosts.stream().anyMatch(host -> linked.equals(host) || linked.endsWith("." + host));
        }
    }

    /**
     * It is written in one of some languages or, with {@code except}, in another that is known.
     *
     * @param languages ISO 639 codes
     */
    record Language(List<String> languages, boolean except) implements OfText {
        @Override
        public boolean holds(JudgedPost post) {
            return post.language() != null && languages.contains(post.language()) != except;
        }
    }

    /** Its author's account is younger than so many hours. */
    record AccountAge(int lessThanHours) implements OfSurroundings {}

    /** It names more people than so many who do not follow its author. */
    record Strangers(int moreThan) implements OfSurroundings {}

    /** Its author has published more than so many other posts within the minutes before. */
    record Rate(int moreThan, int withinMinutes) implements OfSurroundings {}

    /** At least so many other posts of the hours before say nearly the same. */
    record Duplicates(int atLeast, int withinHours) implements OfSurroundings {}
}
