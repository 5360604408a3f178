package io.microblog.search.analysis;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.jspecify.annotations.Nullable;

/**
 * The stems of words. A light stemmer joins the forms of one word; a strong one below it joins more forms, and now and then
 * different words. Where a language has but one of them, both are the same.
 */
final class Stems {

    private record Pair(UnaryOperator<String> light, UnaryOperator<String> strong) {}

    /** Languages that write compounds as one word. */
    private static final Set<String> COMPOUNDING = Set.of("da", "de", "et", "fi", "hu", "ko", "nl", "no", "sv");

    private static final Pattern NEUTER = Pattern.compile("(.{3,}[ιί])(?:ο|α|ά|ού|ου|ων|ών)?");

    private static final Map<String, Pair> LANGUAGES = new TreeMap<>();
    private static final Map<UnicodeScript, Set<String>> BY_SCRIPT = new EnumMap<>(UnicodeScript.class);

    static {
        of(UnicodeScript.LATIN, "en", Stemmer.by(KStemFilter::new), snowball("English"));
        of(
                UnicodeScript.LATIN,
                "de",
                Stemmer.by(GermanNormalizationFilter::new, GermanLightStemFilter::new),
                Stemmer.by(GermanNormalizationFilter::new, in -> new SnowballFilter(in, "German")));
        of(UnicodeScript.LATIN, "es", Stemmer.by(SpanishLightStemFilter::new), snowball("Spanish"));
        of(UnicodeScript.LATIN, "fr", Stemmer.by(FrenchLightStemFilter::new), snowball("French"));
        of(UnicodeScript.LATIN, "it", Stemmer.by(ItalianLightStemFilter::new), snowball("Italian"));
        of(
                UnicodeScript.LATIN,
                "pt",
                Stemmer.by(PortugueseLightStemFilter::new),
                Stemmer.by(PortugueseStemFilter::new));
        same(UnicodeScript.LATIN, "nl", unvoiced(snowball("Dutch")));
        of(UnicodeScript.LATIN, "sv", Stemmer.by(SwedishLightStemFilter::new), snowball("Swedish"));
        of(UnicodeScript.LATIN, "no", Stemmer.by(NorwegianLightStemFilter::new), snowball("Norwegian"));
        of(UnicodeScript.LATIN, "fi", Stemmer.by(FinnishLightStemFilter::new), snowball("Finnish"));
        of(UnicodeScript.LATIN, "hu", Stemmer.by(HungarianLightStemFilter::new), snowball("Hungarian"));
        same(UnicodeScript.LATIN, "id", Stemmer.by(IndonesianStemFilter::new));
        same(UnicodeScript.LATIN, "gl", Stemmer.by(GalicianStemFilter::new));
        same(UnicodeScript.LATIN, "lv", Stemmer.by(LatvianStemFilter::new));
        same(UnicodeScript.LATIN, "cs", Stemmer.by(CzechStemFilter::new));
        same(UnicodeScript.LATIN, "sk", Stemmer.by(CzechStemFilter::new));
        same(UnicodeScript.LATIN, "hr", snowball("Serbian"));
        same(
                UnicodeScript.LATIN,
                "pl",
                Endings.of(3, "ami ach owi ów em ie ego emu ymi ych imi ich iej ej om ą ę y i a e o u"));
        Map.of(
                        "ca",
                        "Catalan",
                        "da",
                        "Danish",
                        "et",
                        "Estonian",
                        "eu",
                        "Basque",
                        "ga",
                        "Irish",
                        "lt",
                        "Lithuanian",
                        "ro",
                        "Romanian",
                        "tr",
                        "Turkish")
                .forEach((language, name) -> same(UnicodeScript.LATIN, language, snowball(name)));

        of(UnicodeScript.CYRILLIC, "ru", Stemmer.by(RussianLightStemFilter::new), snowball("Russian"));
        same(UnicodeScript.CYRILLIC, "bg", Stemmer.by(BulgarianStemFilter::new));
        same(UnicodeScript.CYRILLIC, "sr", snowball("Serbian"));
        same(
                UnicodeScript.CYRILLIC,
                "uk",
                Endings.of(
                        3,
                        "ами ями ові еві ого ому ими ою ею єю ити ати али ила ах ях ів їв ом ем єм ам ям их ій ої"
                                + " а я у ю і ї и е є о ь"));

        of(
                UnicodeScript.ARABIC,
                "ar",
                Stemmer.by(ArabicNormalizationFilter::new, ArabicStemFilter::new),
                skeletons(Stemmer.by(ArabicNormalizationFilter::new, ArabicStemFilter::new)));
        same(UnicodeScript.ARABIC, "fa", Stemmer.by(PersianNormalizationFilter::new, PersianStemFilter::new));
        same(UnicodeScript.ARABIC, "ckb", Stemmer.by(SoraniStemFilter::new));

        of(
                UnicodeScript.GREEK,
                "el",
                neuters(Stemmer.by(GreekLowerCaseFilter::new, GreekStemFilter::new)),
                snowball("Greek"));
        same(UnicodeScript.ARMENIAN, "hy", snowball("Armenian"));
        same(UnicodeScript.BENGALI, "bn", Stemmer.by(BengaliNormalizationFilter::new, BengaliStemFilter::new));
        of(
                UnicodeScript.DEVANAGARI,
                "hi",
                Stemmer.by(HindiNormalizationFilter::new, HindiStemFilter::new),
                Stemmer.by(HindiNormalizationFilter::new, in -> new SnowballFilter(in, "Hindi")));
        same(UnicodeScript.DEVANAGARI, "ne", snowball("Nepali"));
        same(UnicodeScript.TAMIL, "ta", snowball("Tamil"));
        same(UnicodeScript.TELUGU, "te", Stemmer.by(TeluguNormalizationFilter::new, TeluguStemFilter::new));
        of(UnicodeScript.HEBREW, "he", Hebrew::stem, Hebrew::root);
        same(UnicodeScript.HEBREW, "yi", snowball("Yiddish"));
        of(UnicodeScript.HANGUL, "ko", Korean::noun, Korean::verb);
    }

    private Stems() {}

    private static void of(
            UnicodeScript script, String language, UnaryOperator<String> light, UnaryOperator<String> strong) {
        Irregular irregular = Irregular.forms(language);
        LANGUAGES.put(language, new Pair(irregular.around(light), irregular.around(strong)));
        BY_SCRIPT.computeIfAbsent(script, first -> new LinkedHashSet<>()).add(language);
    }

    private static void same(UnicodeScript script, String language, UnaryOperator<String> stemmer) {
        of(script, language, stemmer, stemmer);
    }

    private static Stemmer snowball(String name) {
        return Stemmer.by(in -> new SnowballFilter(in, name));
    }

    /** Greek neuters in -ιο and -ι keep their iota in all forms: βιβλίο, βιβλία. */
    private static UnaryOperator<String> neuters(UnaryOperator<String> stemmer) {
        return word -> NEUTER.matcher(word).matches() ? NEUTER.matcher(word).replaceFirst("$1") : stemmer.apply(word);
    }

    /** In Dutch a consonant changes at a word's end: huis, huizen. */
    private static UnaryOperator<String> unvoiced(UnaryOperator<String> stemmer) {
        return word -> stemmer.apply(word).replaceAll("z$", "s").replaceAll("v$", "f");
    }

    /** In Arabic the consonants carry the meaning: a plural often differs by long vowels alone. */
    private static UnaryOperator<String> skeletons(UnaryOperator<String> stemmer) {
        return word -> {
            String stem = stemmer.apply(word);
            String skeleton = stem.replaceAll("[اوي]", "");
            return skeleton.length() < 3 ? stem : skeleton;
        };
    }

    /** The language as stemmers are named; null when it has none. */
    static @Nullable String language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        String common = switch (language) {
            case "nb", "nn" -> "no";
            case "bs" -> "hr";
            case "be" -> "ru";
            case "iw" -> "he";
            default -> language;
        };
        return LANGUAGES.containsKey(common) ? common : null;
    }

    /**
     * Those of the reader's languages that are written in the script of the word.
     *
     * @param readers ISO 639 codes
     */
    static List<String> likely(String word, List<String> readers) {
        String script = UScript.getShortName(UScript.getScript(word.codePointAt(0)));
        return readers.stream()
                .filter(language -> ULocale.addLikelySubtags(new ULocale(language))
                        .getScript()
                        .equals(script))
                .toList();
    }

    /** The languages that a word can be of. */
    static Set<String> languagesOf(String word) {
        return BY_SCRIPT.getOrDefault(UnicodeScript.of(word.codePointAt(0)), Set.of());
    }

    static boolean isCompounding(String language) {
        return COMPOUNDING.contains(language);
    }

    static Set<String> light(Segment word, String language) {
        return stems(word, language, pair(language).light());
    }

    static Set<String> strong(Segment word, String language) {
        return stems(word, language, pair(language).strong());
    }

    private static Pair pair(String language) {
        Pair pair = LANGUAGES.get(language);
        if (pair == null) {
            throw new IllegalArgumentException("No stemmer for " + language);
        }
        return pair;
    }

    /** Accents help a stemmer, but not everybody types them. */
    private static Set<String> stems(Segment word, String language, UnaryOperator<String> stemmer) {
        Set<String> stems = new LinkedHashSet<>();
        boolean letters = language.equals("ko");
        stems.add(folded(stemmer.apply(word.written().toLowerCase(Locale.of(language))), letters));
        stems.add(folded(stemmer.apply(word.folded()), letters));
        stems.remove("");
        return stems;
    }

    /** Folding would put single letters together again. */
    private static String folded(String stem, boolean letters) {
        return letters ? stem : Folding.fold(stem);
    }
}
