package io.microblog.local.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.classic.ClassicTokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.path.ReversePathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers, configured by an index or named bare. */
final class Tokenizers {

    private Tokenizers() {}

    static Map<String, AnalysisProvider<TokenizerFactory>> configurable() {
        Map<String, AnalysisProvider<TokenizerFactory>> tokenizers = new TreeMap<>();
        tokenizers.put(
                "edge_ngram",
                tokenizer((s, e, i) ->
                        edgeGrams(s.getAsInt("min_gram", 1), s.getAsInt("max_gram", 2), TokenCharacters.of(s))));
        tokenizers.put("ngram", tokenizer((s, e, i) -> {
            int min = s.getAsInt("min_gram", 1);
            return grams(min, allowedMaxGram(i, min, s.getAsInt("max_gram", 2)), TokenCharacters.of(s));
        }));
        tokenizers.put("keyword", tokenizer((s, e, i) -> {
            int bufferSize = s.getAsInt("buffer_size", 256);
            return () -> new KeywordTokenizer(bufferSize);
        }));
        tokenizers.put("letter", tokenizer((s, e, i) -> LetterTokenizer::new));
        tokenizers.put("whitespace", tokenizer((s, e, i) -> {
            int maxLength = maxTokenLength(s);
            return () -> new WhitespaceTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, maxLength);
        }));
        tokenizers.put("pattern", tokenizer((s, e, i) -> {
            Pattern pattern = Regex.compile(s.get("pattern", "\\W+"), s.get("flags"));
            int group = s.getAsInt("group", -1);
            return () -> new PatternTokenizer(pattern, group);
        }));
        tokenizers.put("path_hierarchy", tokenizer((s, e, i) -> pathHierarchy(s)));
        tokenizers.put("uax_url_email", tokenizer((s, e, i) -> urlAndEmail(maxTokenLength(s))));
        tokenizers.put("classic", tokenizer((s, e, i) -> classic(maxTokenLength(s))));
        tokenizers.put("thai", tokenizer((s, e, i) -> ThaiTokenizer::new));
        return tokenizers;
    }

    static List<PreConfiguredTokenizer> preConfigured() {
        return List.of(
                PreConfiguredTokenizer.singleton("keyword", KeywordTokenizer::new),
                PreConfiguredTokenizer.singleton("classic", ClassicTokenizer::new),
                PreConfiguredTokenizer.singleton("uax_url_email", UAX29URLEmailTokenizer::new),
                PreConfiguredTokenizer.singleton("path_hierarchy", PathHierarchyTokenizer::new),
                PreConfiguredTokenizer.singleton("letter", LetterTokenizer::new),
                PreConfiguredTokenizer.singleton("whitespace", WhitespaceTokenizer::new),
                PreConfiguredTokenizer.singleton("ngram", NGramTokenizer::new),
                PreConfiguredTokenizer.singleton(
                        "edge_ngram",
                        () -> new EdgeNGramTokenizer(
                                NGramTokenizer.DEFAULT_MIN_NGRAM_SIZE, NGramTokenizer.DEFAULT_MAX_NGRAM_SIZE)),
                PreConfiguredTokenizer.singleton(
                        "pattern", () -> new PatternTokenizer(Regex.compile("\\W+", null), -1)),
                PreConfiguredTokenizer.singleton("thai", ThaiTokenizer::new));
    }

    /** {@code max}, unless the index forbids so wide a range of gram sizes. */
    static int allowedMaxGram(IndexSettings index, int min, int max) {
        if (max - min > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException(
                    "The difference between max_gram and min_gram in NGram Tokenizer must be less than or equal to: ["
                            + index.getMaxNgramDiff() + "] but was [" + (max - min)
                            + "]. This limit can be set by changing the [index.max_ngram_diff] index level setting.");
        }
        return max;
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Component<Supplier<Tokenizer>> component) {
        return (index, environment, name, settings) ->
                TokenizerFactory.newFactory(name, component.build(settings, environment, index));
    }

    private static int maxTokenLength(Settings settings) {
        return settings.getAsInt("max_token_length", 255);
    }

    private static Supplier<Tokenizer> edgeGrams(int min, int max, IntPredicate tokenCharacters) {
        return () -> new EdgeNGramTokenizer(min, max) {
            @Override
            protected boolean isTokenChar(int character) {
                return tokenCharacters.test(character);
            }
        };
    }

    private static Supplier<Tokenizer> grams(int min, int max, IntPredicate tokenCharacters) {
        return () -> new NGramTokenizer(min, max) {
            @Override
            protected boolean isTokenChar(int character) {
                return tokenCharacters.test(character);
            }
        };
    }

    private static Supplier<Tokenizer> pathHierarchy(Settings settings) {
        char delimiter = settings.get("delimiter", "/").charAt(0);
        char replacement =
                settings.get("replacement", String.valueOf(delimiter)).charAt(0);
        int bufferSize = settings.getAsInt("buffer_size", 1024);
        int skip = settings.getAsInt("skip", 0);
        return settings.getAsBoolean("reverse", false)
                ? () -> new ReversePathHierarchyTokenizer(bufferSize, delimiter, replacement, skip)
                : () -> new PathHierarchyTokenizer(bufferSize, delimiter, replacement, skip);
    }

    private static Supplier<Tokenizer> urlAndEmail(int maxLength) {
        return () -> {
            UAX29URLEmailTokenizer tokenizer = new UAX29URLEmailTokenizer();
            tokenizer.setMaxTokenLength(maxLength);
            return tokenizer;
        };
    }

    private static Supplier<Tokenizer> classic(int maxLength) {
        return () -> {
            ClassicTokenizer tokenizer = new ClassicTokenizer();
            tokenizer.setMaxTokenLength(maxLength);
            return tokenizer;
        };
    }
}
