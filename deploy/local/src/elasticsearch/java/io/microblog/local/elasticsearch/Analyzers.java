package io.microblog.local.elasticsearch;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Analyzer.TokenStreamComponents;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.analysis.core.StopAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The analyzers that an index may configure by name. */
final class Analyzers {

    private Analyzers() {}

    static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> configurable() {
        Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> analyzers = new TreeMap<>();
        LanguageAnalyzers.configurable().forEach((name, build) -> analyzers.put(name, provider(build)));
        analyzers.put("keyword", provider((settings, environment) -> new KeywordAnalyzer()));
        analyzers.put("simple", provider((settings, environment) -> new SimpleAnalyzer()));
        analyzers.put("whitespace", provider((settings, environment) -> new WhitespaceAnalyzer()));
        analyzers.put(
                "stop",
                provider((settings, environment) -> new StopAnalyzer(
                        Analysis.parseStopWords(environment, settings, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET))));
        analyzers.put("pattern", provider(PatternAnalyzer::new));
        return analyzers;
    }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> provider(
            BiFunction<Settings, Environment, Analyzer> build) {
        return (index, environment, name, settings) -> {
            Analyzer analyzer = build.apply(settings, environment);
            return new AbstractIndexAnalyzerProvider<Analyzer>(name) {
                @Override
                public Analyzer get() {
                    return analyzer;
                }
            };
        };
    }

    private static final class PatternAnalyzer extends Analyzer {
        private final Pattern pattern;
        private final boolean lowercase;
        private final CharArraySet stopWords;

        PatternAnalyzer(Settings settings, Environment environment) {
            pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
            lowercase = settings.getAsBoolean("lowercase", true);
            stopWords = Analysis.parseStopWords(environment, settings, CharArraySet.EMPTY_SET);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new PatternTokenizer(pattern, -1);
            TokenStream tokens = normalize(field, tokenizer);
            return new TokenStreamComponents(
                    tokenizer, stopWords.isEmpty() ? tokens : new StopFilter(tokens, stopWords));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return lowercase ? new LowerCaseFilter(in) : in;
        }
    }
}
