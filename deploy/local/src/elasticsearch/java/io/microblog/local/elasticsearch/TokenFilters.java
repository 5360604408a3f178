package io.microblog.local.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** The token filters that an index may configure by name. */
final class TokenFilters {

    private TokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> configurable() {
        Map<String, AnalysisProvider<TokenFilterFactory>> filters = new TreeMap<>();
        SimpleTokenFilters.ALL.forEach(
                (name, filter) -> filters.put(name, filter(filter.normalizing(), (s, e, i) -> filter.create())));
        addStemming(filters);
        addNormalizing(filters);
        addGrams(filters);
        addSelecting(filters);
        filters.put("word_delimiter_graph", filter(false, (s, e, i) -> WordDelimiters.graph(s, e)));
        filters.put("word_delimiter", filter(false, (s, e, i) -> WordDelimiters.flat(s, e)));
        filters.put("flatten_graph", filter(false, (s, e, i) -> FlattenGraphFilter::new));
        filters.put("pattern_replace", required(filter(true, (s, e, i) -> patternReplace(s))));
        return filters;
    }

    private static void addStemming(Map<String, AnalysisProvider<TokenFilterFactory>> filters) {
        filters.put("stemmer", filter(false, (s, e, i) -> Stemmers.named(s.get("language", s.get("name", "porter")))));
        filters.put(
                "snowball", filter(false, (s, e, i) -> Stemmers.snowball(s.get("language", s.get("name", "English")))));
        filters.put("stemmer_override", required(filter(false, (s, e, i) -> stemmerOverride(s, e))));
        filters.put("keyword_marker", required(filter(false, (s, e, i) -> keywordMarker(s, e))));
        filters.put("persian_stem", filter(false, (s, e, i) -> PersianStemFilter::new));
    }

    private static void addNormalizing(Map<String, AnalysisProvider<TokenFilterFactory>> filters) {
        filters.put("serbian_normalization", filter(true, (s, e, i) -> SerbianNormalizationFilter::new));
        filters.put(
                "asciifolding",
                (index, environment, name, settings) ->
                        new AsciiFolding(name, settings.getAsBoolean("preserve_original", false)));
        filters.put("lowercase", filter(true, (s, e, i) -> lowercase(s.get("language", ""))));
        filters.put("elision", required(filter(true, (s, e, i) -> elision(s, e))));
    }

    private static void addGrams(Map<String, AnalysisProvider<TokenFilterFactory>> filters) {
        filters.put("edge_ngram", filter(false, true, (s, e, i) -> edgeGrams(s)));
        filters.put("ngram", filter(false, (s, e, i) -> {
            int min = s.getAsInt("min_gram", 1);
            int max = Tokenizers.allowedMaxGram(i, min, s.getAsInt("max_gram", 2));
            boolean preserve = s.getAsBoolean("preserve_original", false);
            return in -> new NGramTokenFilter(in, min, max, preserve);
        }));
        filters.put("cjk_bigram", filter(false, (s, e, i) -> cjkBigram(s)));
    }

    private static void addSelecting(Map<String, AnalysisProvider<TokenFilterFactory>> filters) {
        filters.put("remove_duplicates", filter(false, (s, e, i) -> RemoveDuplicatesTokenFilter::new));
        filters.put("length", filter(false, (s, e, i) -> {
            int min = s.getAsInt("min", 0);
            int max = s.getAsInt("max", Integer.MAX_VALUE);
            return in -> new LengthFilter(in, min, max);
        }));
        filters.put("limit", filter(false, (s, e, i) -> {
            int count = s.getAsInt("max_token_count", 1);
            boolean consumeAll = s.getAsBoolean("consume_all_tokens", false);
            return in -> new LimitTokenCountFilter(in, count, consumeAll);
        }));
        filters.put("truncate", required(filter(false, (s, e, i) -> truncate(s.getAsInt("length", -1)))));
        filters.put("unique", filter(false, (s, e, i) -> {
            boolean samePosition = s.getAsBoolean("only_on_same_position", false);
            return in -> new UniqueTokenFilter(in, samePosition);
        }));
    }

    private static UnaryOperator<TokenStream> lowercase(String language) {
        return switch (language) {
            case "" -> LowerCaseFilter::new;
            case "greek" -> GreekLowerCaseFilter::new;
            case "irish" -> IrishLowerCaseFilter::new;
            case "turkish" -> TurkishLowerCaseFilter::new;
            default -> throw new IllegalArgumentException("language [" + language + "] not support for lower case");
        };
    }

    private static UnaryOperator<TokenStream> stemmerOverride(Settings settings, Environment environment) {
        List<String> rules = Analysis.getWordList(environment, settings, "rules");
        if (rules == null) {
            throw new IllegalArgumentException(
                    "stemmer override filter requires either `rules` or `rules_path` to be configured");
        }
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(false);
        for (String rule : rules) {
            String[] sides = rule.split("=>");
            for (String word : sides[0].split(",")) {
                builder.add(word.trim(), sides[1].trim());
            }
        }
        try {
            StemmerOverrideFilter.StemmerOverrideMap map = builder.build();
            return in -> new StemmerOverrideFilter(in, map);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnaryOperator<TokenStream> keywordMarker(Settings settings, Environment environment) {
        String pattern = settings.get("keywords_pattern");
        if (pattern != null) {
            Pattern compiled = Pattern.compile(pattern);
            return in -> new PatternKeywordMarkerFilter(in, compiled);
        }
        Set<?> words = Analysis.getWordSet(environment, settings, "keywords");
        if (words == null) {
            throw new IllegalArgumentException(
                    "keyword filter requires either `keywords`, `keywords_path`, or `keywords_pattern` to be configured");
        }
        CharArraySet keywords = new CharArraySet(words, settings.getAsBoolean("ignore_case", false));
        return in -> new SetKeywordMarkerFilter(in, keywords);
    }

    private static UnaryOperator<TokenStream> elision(Settings settings, Environment environment) {
        CharArraySet articles = Analysis.parseArticles(environment, settings);
        if (articles == null) {
            throw new IllegalArgumentException("elision filter requires [articles] or [articles_path] setting");
        }
        return in -> new ElisionFilter(in, articles);
    }

    private static UnaryOperator<TokenStream> edgeGrams(Settings settings) {
        int min = settings.getAsInt("min_gram", 1);
        int max = settings.getAsInt("max_gram", 2);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        if (!"back".equals(settings.get("side", "front"))) {
            return in -> new EdgeNGramTokenFilter(in, min, max, preserve);
        }
        return in -> new ReverseStringFilter(new EdgeNGramTokenFilter(new ReverseStringFilter(in), min, max, preserve));
    }

    private static UnaryOperator<TokenStream> cjkBigram(Settings settings) {
        List<String> ignored = settings.getAsList("ignored_scripts");
        int flags = (ignored.contains("han") ? 0 : CJKBigramFilter.HAN)
                | (ignored.contains("hiragana") ? 0 : CJKBigramFilter.HIRAGANA)
                | (ignored.contains("katakana") ? 0 : CJKBigramFilter.KATAKANA)
                | (ignored.contains("hangul") ? 0 : CJKBigramFilter.HANGUL);
        boolean unigrams = settings.getAsBoolean("output_unigrams", false);
        return in -> new CJKBigramFilter(in, flags, unigrams);
    }

    private static UnaryOperator<TokenStream> truncate(int length) {
        if (length <= 0) {
            throw new IllegalArgumentException("length parameter must be provided");
        }
        return in -> TruncateTokenFilter.truncateAfterChars(in, length);
    }

    private static UnaryOperator<TokenStream> patternReplace(Settings settings) {
        String expression = settings.get("pattern");
        if (expression == null) {
            throw new IllegalArgumentException("pattern is missing for token filter of type 'pattern_replace'");
        }
        Pattern pattern = Regex.compile(expression, settings.get("flags"));
        String replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return in -> new PatternReplaceFilter(in, pattern, replacement, all);
    }

    private static AnalysisProvider<TokenFilterFactory> required(AnalysisProvider<TokenFilterFactory> provider) {
        return AnalysisPlugin.requiresAnalysisSettings(provider);
    }

    private static AnalysisProvider<TokenFilterFactory> filter(
            boolean normalizing, Component<UnaryOperator<TokenStream>> component) {
        return filter(normalizing, false, component);
    }

    private static AnalysisProvider<TokenFilterFactory> filter(
            boolean normalizing, boolean breaksFastVectorHighlighter, Component<UnaryOperator<TokenStream>> component) {
        return (index, environment, name, settings) -> {
            UnaryOperator<TokenStream> create = component.build(settings, environment, index);
            return normalizing
                    ? new NormalizingFilter(name, create)
                    : new Filter(name, create, breaksFastVectorHighlighter);
        };
    }

    private static class Filter extends AbstractTokenFilterFactory {
        private final UnaryOperator<TokenStream> create;
        private final boolean breaksFastVectorHighlighter;

        Filter(String name, UnaryOperator<TokenStream> create, boolean breaksFastVectorHighlighter) {
            super(name);
            this.create = create;
            this.breaksFastVectorHighlighter = breaksFastVectorHighlighter;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return create.apply(in);
        }

        @Override
        public boolean breaksFastVectorHighlighter() {
            return breaksFastVectorHighlighter;
        }
    }

    private static final class NormalizingFilter extends Filter implements NormalizingTokenFilterFactory {
        NormalizingFilter(String name, UnaryOperator<TokenStream> create) {
            super(name, create, false);
        }
    }

    private static final class AsciiFolding extends AbstractTokenFilterFactory
            implements NormalizingTokenFilterFactory {
        private final boolean preserveOriginal;

        AsciiFolding(String name, boolean preserveOriginal) {
            super(name);
            this.preserveOriginal = preserveOriginal;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return new ASCIIFoldingFilter(in, preserveOriginal);
        }

        @Override
        public TokenStream normalize(TokenStream in) {
            return new ASCIIFoldingFilter(in, false);
        }
    }
}
