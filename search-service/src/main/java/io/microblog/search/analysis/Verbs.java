package io.microblog.search.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is left of a verb without its ending, for Romance languages, where a noun often has the same root: of these endings no
 * noun has many, so that {@code corrieron} is a form of {@code correr} and {@code correo} is none.
 */
final class Verbs {

    private static final int SHORTEST = 3;

    /** Tells it from the stem of another sort of word. */
    private static final String MARK = "~";

    private static final Map<String, Endings> ENDINGS = Map.of(
            "es",
            Endings.of(
                    SHORTEST,
                    "ar er ir arse erse irse ando iendo yendo ado ada ados adas ido ida idos idas amos emos imos áis éis"
                            + " aba abas ábamos aban ía ías íamos ían é ó aste aron í ió iste ieron eron"
                            + " aré ará arás aremos arán eré erá erás eremos erán iré irá irás iremos irán"
                            + " aría arías arían ería erías erían iría irías irían ara aras aran iera ieras ieran"),
            "fr",
            Endings.of(
                    SHORTEST,
                    "er ir re ant ons ez ent ait ais aient ions iez é ée és ées era eras erai erons erez eront erait"
                            + " eraient ira iras irai irons iront irait iraient irent èrent issait issaient issant"
                            + " issent issons issez"),
            "it",
            Endings.of(
                    SHORTEST,
                    "are ere ire arsi ersi irsi ando endo ato ata ati ate uto uta uti ute ito ita iti ite avo avi ava"
                            + " avamo avate avano evo evi eva evamo evano ivo ivi iva ivamo ivano iamo ano ono arono"
                            + " erono irono ò ì erò erà erai eremo erete eranno irò irà irai iremo iranno erei erebbe"
                            + " irebbe"),
            "pt",
            Endings.of(
                    SHORTEST,
                    "ar er ir ando endo indo ado ada ados adas ido ida idos idas ava avas ávamos avam íamos iam ei ou"
                            + " eu iu aram eram iram aste este iste amos emos imos ámos ará arás aremos arão erá erão"
                            + " irá irão ariam eriam iriam asse assem esse essem isse issem"));

    private Verbs() {}

    /** Nothing when the word does not end as verbs of the language do. */
    static Set<String> stems(Segment word, String language) {
        Endings endings = ENDINGS.get(language);
        if (endings == null) {
            return Set.of();
        }
        String written = word.written().toLowerCase(Locale.ROOT);
        String stem = endings.apply(written);
        return stem.equals(written) ? Set.of() : Set.of(Folding.fold(spelt(stem)) + MARK);
    }

    /** Without the letter that only keeps a sound before some endings: mangeons, mangerò, giocherò. */
    private static String spelt(String stem) {
        return stem.length() > SHORTEST ? stem.replaceFirst("(?<=[cg])[ehi]$", "") : stem;
    }
}
