package io.microblog.local.elasticsearch;

import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;

/** The {@code word_delimiter} and {@code word_delimiter_graph} token filters. */
final class WordDelimiters {

    private WordDelimiters() {}

    static UnaryOperator<TokenStream> graph(Settings settings, Environment environment) {
        int flags =
                flags(settings) | flag(settings, "ignore_keywords", false, WordDelimiterGraphFilter.IGNORE_KEYWORDS);
        CharArraySet protectedWords = protectedWords(settings, environment);
        boolean adjustOffsets = settings.getAsBoolean("adjust_offsets", true);
        byte[] table = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE;
        return in -> new WordDelimiterGraphFilter(in, adjustOffsets, table, flags, protectedWords);
    }

    /** Deprecated in Lucene, but an index may still name it. */
    @SuppressWarnings("deprecation")
    static UnaryOperator<TokenStream> flat(Settings settings, Environment environment) {
        int flags = flags(settings);
        CharArraySet protectedWords = protectedWords(settings, environment);
        return in -> new WordDelimiterFilter(in, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, flags, protectedWords);
    }

    private static CharArraySet protectedWords(Settings settings, Environment environment) {
        if (settings.hasValue("type_table") || settings.hasValue("type_table_path")) {
            throw new IllegalArgumentException("type_table is not supported by the local analysis plugin");
        }
        return Analysis.getWordSet(environment, settings, "protected_words");
    }

    private static int flags(Settings settings) {
        return flag(settings, "generate_word_parts", true, WordDelimiterGraphFilter.GENERATE_WORD_PARTS)
                | flag(settings, "generate_number_parts", true, WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS)
                | flag(settings, "catenate_words", false, WordDelimiterGraphFilter.CATENATE_WORDS)
                | flag(settings, "catenate_numbers", false, WordDelimiterGraphFilter.CATENATE_NUMBERS)
                | flag(settings, "catenate_all", false, WordDelimiterGraphFilter.CATENATE_ALL)
                | flag(settings, "split_on_case_change", true, WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE)
                | flag(settings, "preserve_original", false, WordDelimiterGraphFilter.PRESERVE_ORIGINAL)
                | flag(settings, "split_on_numerics", true, WordDelimiterGraphFilter.SPLIT_ON_NUMERICS)
                | flag(settings, "stem_english_possessive", true, WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE);
    }

    private static int flag(Settings settings, String key, boolean byDefault, int flag) {
        return settings.getAsBoolean(key, byDefault) ? flag : 0;
    }
}
