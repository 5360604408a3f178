package io.microblog.local.elasticsearch;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.miscellaneous.EmptyTokenStream;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilterFactory;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilterFactory;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/** The stemmers that the {@code stemmer} token filter knows by the name of their language. */
final class Stemmers {

    private Stemmers() {}

    /** The stemmer of that name; fails for an unknown one, so that making the index fails as it does in a full cluster. */
    static UnaryOperator<TokenStream> named(String language) {
        UnaryOperator<TokenStream> stemmer = lookUp(language.toLowerCase(Locale.ROOT));
        stemmer.apply(new EmptyTokenStream());
        return stemmer;
    }

    /** Snowball's stemmer by the name of its class less "Stemmer". */
    static UnaryOperator<TokenStream> snowball(String language) {
        String name = Character.toUpperCase(language.charAt(0)) + language.substring(1);
        return in -> new SnowballFilter(in, name);
    }

    private static UnaryOperator<TokenStream> lookUp(String language) {
        return switch (language) {
            case "arabic" -> ArabicStemFilter::new;
            case "bengali" -> BengaliStemFilter::new;
            case "brazilian" -> BrazilianStemFilter::new;
            case "bulgarian" -> BulgarianStemFilter::new;
            case "czech" -> CzechStemFilter::new;
            case "english", "porter" -> PorterStemFilter::new;
            case "light_english", "lightenglish", "kstem" -> KStemFilter::new;
            case "porter2" -> in -> new SnowballFilter(in, new EnglishStemmer());
            case "minimal_english", "minimalenglish" -> EnglishMinimalStemFilter::new;
            case "possessive_english", "possessiveenglish" -> EnglishPossessiveFilter::new;
            case "light_finnish", "lightfinnish", "light_finish", "lightfinish" -> FinnishLightStemFilter::new;
            case "light_french", "lightfrench" -> FrenchLightStemFilter::new;
            case "minimal_french", "minimalfrench" -> FrenchMinimalStemFilter::new;
            case "galician" -> GalicianStemFilter::new;
            case "minimal_galician" -> GalicianMinimalStemFilter::new;
            case "german2" -> in -> new SnowballFilter(in, new GermanStemmer());
            case "light_german", "lightgerman" -> GermanLightStemFilter::new;
            case "minimal_german", "minimalgerman" -> GermanMinimalStemFilter::new;
            case "greek" -> GreekStemFilter::new;
            case "hindi" -> HindiStemFilter::new;
            case "light_hungarian", "lighthungarian" -> HungarianLightStemFilter::new;
            case "indonesian" -> IndonesianStemFilter::new;
            case "light_italian", "lightitalian" -> ItalianLightStemFilter::new;
            case "latvian" -> LatvianStemFilter::new;
            case "light_norwegian", "lightnorwegian" -> NorwegianLightStemFilter::new;
            case "minimal_norwegian", "minimalnorwegian" -> NorwegianMinimalStemFilter::new;
            case "persian" -> PersianStemFilter::new;
            case "light_portuguese", "lightportuguese" -> PortugueseLightStemFilter::new;
            case "minimal_portuguese", "minimalportuguese" -> PortugueseMinimalStemFilter::new;
            case "portuguese_rslp" -> PortugueseStemFilter::new;
            case "light_russian", "lightrussian" -> RussianLightStemFilter::new;
            case "light_spanish", "lightspanish" -> SpanishLightStemFilter::new;
            case "spanish_plural" -> SpanishPluralStemFilter::new;
            case "sorani" -> SoraniStemFilter::new;
            case "light_swedish", "lightswedish" -> SwedishLightStemFilter::new;
            case "light_nynorsk", "lightnynorsk" -> in -> new NorwegianLightStemFilterFactory(nynorsk()).create(in);
            case "minimal_nynorsk", "minimalnynorsk" ->
                in -> new NorwegianMinimalStemFilterFactory(nynorsk()).create(in);
            // Armenian, Basque, Catalan, Danish, Dutch, French and the other languages with nothing but Snowball's
            // stemmer.
            default -> snowball(language);
        };
    }

    private static Map<String, String> nynorsk() {
        return new HashMap<>(Map.of("variant", "nn"));
    }
}
