package io.microblog.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;

/** Texts of scripts without blanks between words. */
final class Unbroken {

    private static final Pattern INFLECTED = Pattern.compile("(\\p{IsHan}+)\\p{IsHiragana}+");
    private static final Pattern BEFORE_ENDING = Pattern.compile("\\p{IsHan}+(?=\\p{IsHiragana})");
    private static final Pattern PARTICLES = Pattern.compile("\\p{IsHiragana}{1,2}|[的了着是在我你他她和很也都吗呢吧]");

    /** Shorter words differ from each other by one unit anyway. */
    static final int LONG_ENOUGH_FOR_TYPOS = 3;

    /** Tells the characters before an ending from the same ones in other words. */
    private static final String MARK = "~";

    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);
    private static final Map<Integer, String> SOUNDS = new ConcurrentHashMap<>();

    private static final class Reading {
        private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin");
    }

    private Unbroken() {}

    /**
     * The words in it by ICU's dictionaries, each by its units. Particles are left out, and of inflected Japanese words all
     * but the characters before the ending.
     */
    static List<List<String>> words(Segment run) {
        List<List<String>> words = new ArrayList<>();
        BreakIterator breaks = (BreakIterator) WORDS.clone();
        breaks.setText(run.written());
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String word = run.written().substring(start, end);
            start = end;
            if (!PARTICLES.matcher(word).matches()) {
                String stem = INFLECTED.matcher(word).replaceAll("$1");
                words.addAll(Segment.of(stem).stream().map(Segment::units).toList());
            }
        }
        return words;
    }

    /**
     * What a text is found by besides its units: its longer words by ICU's dictionaries, for typos, and the characters that
     * an ending in kana follows, which make a verb or an adjective.
     */
    static Set<String> terms(Segment segment) {
        if (segment.kind() == Segment.Kind.WORD) {
            return Set.of();
        }
        Set<String> terms = new LinkedHashSet<>();
        words(segment).stream()
                .filter(word -> word.size() >= LONG_ENOUGH_FOR_TYPOS)
                .forEach(word -> terms.add(String.join("", word)));
        terms.addAll(inflected(segment));
        return terms;
    }

    /** The characters in it that an ending follows. */
    static Set<String> inflected(Segment run) {
        Set<String> terms = new LinkedHashSet<>();
        BEFORE_ENDING
                .matcher(run.written())
                .results()
                .forEach(match -> terms.add(inflected(Folding.fold(match.group()))));
        return terms;
    }

    /** The term for characters that an ending follows. */
    static String inflected(String characters) {
        return characters + MARK;
    }

    /** How it is said in Chinese, without tones: what people mistype sounds alike. */
    static List<String> sounds(Segment run) {
        return run.folded()
                .codePoints()
                .filter(Character::isIdeographic)
                .mapToObj(character -> SOUNDS.computeIfAbsent(character, Unbroken::sound))
                .toList();
    }

    private static String sound(int character) {
        return Folding.fold(Reading.PINYIN.transliterate(Character.toString(character)));
    }
}
