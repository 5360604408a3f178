package io.microblog.local.elasticsearch;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.classic.ClassicFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.de.GermanStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;

/** Token filters without settings; each is also usable by its bare name. */
final class SimpleTokenFilters {

    /** A filter and whether it may stand in a normalizer. */
    record SimpleFilter(boolean normalizing, UnaryOperator<TokenStream> create) {}

    static final Map<String, SimpleFilter> ALL = new TreeMap<>();

    static {
        add("apostrophe", false, ApostropheFilter::new);
        add("arabic_normalization", true, ArabicNormalizationFilter::new);
        add("arabic_stem", false, ArabicStemFilter::new);
        add("bengali_normalization", true, BengaliNormalizationFilter::new);
        add("brazilian_stem", false, BrazilianStemFilter::new);
        add("cjk_width", true, CJKWidthFilter::new);
        add("classic", false, ClassicFilter::new);
        add("czech_stem", false, CzechStemFilter::new);
        add("decimal_digit", true, DecimalDigitFilter::new);
        add("dutch_stem", false, in -> new SnowballFilter(in, new DutchStemmer()));
        add("french_stem", false, in -> new SnowballFilter(in, new FrenchStemmer()));
        add("german_normalization", true, GermanNormalizationFilter::new);
        add("german_stem", false, GermanStemFilter::new);
        add("hindi_normalization", true, HindiNormalizationFilter::new);
        add("indic_normalization", true, IndicNormalizationFilter::new);
        add("kstem", false, KStemFilter::new);
        add("persian_normalization", true, PersianNormalizationFilter::new);
        add("porter_stem", false, PorterStemFilter::new);
        add("reverse", false, ReverseStringFilter::new);
        add("russian_stem", false, in -> new SnowballFilter(in, "Russian"));
        add("scandinavian_folding", true, ScandinavianFoldingFilter::new);
        add("scandinavian_normalization", true, ScandinavianNormalizationFilter::new);
        add("sorani_normalization", true, SoraniNormalizationFilter::new);
        add("trim", true, TrimFilter::new);
        add("uppercase", true, UpperCaseFilter::new);
    }

    private SimpleTokenFilters() {}

    private static void add(String name, boolean normalizing, UnaryOperator<TokenStream> create) {
        ALL.put(name, new SimpleFilter(normalizing, create));
    }
}
