package io.microblog.search.analysis;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;

/** Words that say so little that a text which lacks one may still be meant. They are never left out, only not demanded. */
final class StopWords {

    private static final Set<String> FOLDED = Stream.of(
                    EnglishAnalyzer.getDefaultStopSet(),
                    GermanAnalyzer.getDefaultStopSet(),
                    FrenchAnalyzer.getDefaultStopSet(),
                    SpanishAnalyzer.getDefaultStopSet(),
                    PortugueseAnalyzer.getDefaultStopSet(),
                    ItalianAnalyzer.getDefaultStopSet(),
                    DutchAnalyzer.getDefaultStopSet(),
                    RussianAnalyzer.getDefaultStopSet(),
                    GreekAnalyzer.getDefaultStopSet(),
                    ArabicAnalyzer.getDefaultStopSet(),
                    PersianAnalyzer.getDefaultStopSet(),
                    HindiAnalyzer.getDefaultStopSet())
            .flatMap(words -> words.stream())
            .map(word -> Folding.fold(new String((char[]) word)))
            .collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    static boolean contain(String word) {
        return FOLDED.contains(word);
    }
}
