package io.microblog.local.elasticsearch;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.lucene.analysis.miscellaneous.DisableGraphAttribute;

/** The token filters that an analyzer may name without configuring them. */
final class PreConfiguredTokenFilters {

    private PreConfiguredTokenFilters() {}

    static List<PreConfiguredTokenFilter> all() {
        List<PreConfiguredTokenFilter> filters = new ArrayList<>();
        SimpleTokenFilters.ALL.forEach((name, filter) ->
                filters.add(PreConfiguredTokenFilter.singleton(name, filter.normalizing(), filter.create()::apply)));
        filters.add(PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton("cjk_bigram", false, CJKBigramFilter::new));
        filters.add(
                PreConfiguredTokenFilter.singleton("edge_ngram", false, false, in -> new EdgeNGramTokenFilter(in, 1)));
        filters.add(
                PreConfiguredTokenFilter.singleton("ngram", false, false, in -> new NGramTokenFilter(in, 1, 2, false)));
        filters.add(PreConfiguredTokenFilter.singleton(
                "elision", true, in -> new ElisionFilter(in, FrenchAnalyzer.DEFAULT_ARTICLES)));
        filters.add(PreConfiguredTokenFilter.singleton("keyword_repeat", false, false, KeywordRepeatFilter::new));
        filters.add(
                PreConfiguredTokenFilter.singleton("length", false, in -> new LengthFilter(in, 0, Integer.MAX_VALUE)));
        filters.add(PreConfiguredTokenFilter.singleton("limit", false, in -> new LimitTokenCountFilter(in, 1, false)));
        filters.add(PreConfiguredTokenFilter.singleton("shingle", false, false, PreConfiguredTokenFilters::shingle));
        filters.add(PreConfiguredTokenFilter.singleton("snowball", false, in -> new SnowballFilter(in, "English")));
        filters.add(PreConfiguredTokenFilter.singleton("stemmer", false, PorterStemFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton(
                "stop", false, in -> new StopFilter(in, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)));
        filters.add(PreConfiguredTokenFilter.singleton("unique", false, in -> new UniqueTokenFilter(in, false)));
        filters.add(PreConfiguredTokenFilter.singleton(
                "truncate", false, in -> TruncateTokenFilter.truncateAfterChars(in, 10)));
        filters.add(PreConfiguredTokenFilter.singleton(
                "word_delimiter",
                false,
                false,
                in -> WordDelimiters.flat(Settings.EMPTY, null).apply(in)));
        filters.add(PreConfiguredTokenFilter.singleton(
                "word_delimiter_graph",
                false,
                false,
                in -> WordDelimiters.graph(Settings.EMPTY, null).apply(in)));
        return filters;
    }

    /** Shingles make a graph that queries must not follow. */
    private static TokenStream shingle(TokenStream in) {
        TokenStream shingles = new ShingleFilter(in);
        shingles.addAttribute(DisableGraphAttribute.class);
        return shingles;
    }
}
