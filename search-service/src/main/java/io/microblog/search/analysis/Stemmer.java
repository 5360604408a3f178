package io.microblog.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/** Asks one of Lucene's stemmers, which want streams of words, about one word at a time. */
final class Stemmer implements UnaryOperator<String> {

    private final Word word = new Word();
    private final TokenStream stems;
    private final CharTermAttribute stem;

    private Stemmer(List<UnaryOperator<TokenStream>> filters) {
        TokenStream stream = word;
        for (UnaryOperator<TokenStream> filter : filters) {
            stream = filter.apply(stream);
        }
        stems = stream;
        stem = stems.getAttribute(CharTermAttribute.class);
    }

    static Stemmer by(UnaryOperator<TokenStream> stemmer) {
        return new Stemmer(List.of(stemmer));
    }

    static Stemmer by(UnaryOperator<TokenStream> normalization, UnaryOperator<TokenStream> stemmer) {
        return new Stemmer(List.of(normalization, stemmer));
    }

    @Override
    public synchronized String apply(String text) {
        try {
            word.next = text;
            stems.reset();
            String found = stems.incrementToken() ? stem.toString() : text;
            stems.end();
            stems.close();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Word extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String next = "";

        Word() {
            addAttribute(KeywordAttribute.class);
        }

        @Override
        public boolean incrementToken() {
            if (next.isEmpty()) {
                return false;
            }
            clearAttributes();
            term.append(next);
            next = "";
            return true;
        }
    }
}
