package io.microblog.search.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnalysedTests {

    @Test
    void keepsTheSignsOfLanguages() {
        assertThat(Analysed.of("C++, C# and .NET. In c.", null).words()).isEqualTo("c++ c# and .net in c");
    }

    @Test
    void joinsWhatASignParts() {
        assertThat(Analysed.of("Wi-Fi via node.js on www.example.org", null).joined())
                .contains("wifi", "nodejs", "wwwexampleorg");
        assertThat(Analysed.of("#IceCream", null).joined()).contains("ice", "cream");
    }

    @Test
    void partsScriptsWithoutBlanks() {
        assertThat(Analysed.of("長城 wall ข้าว", null).words()).isEqualTo("长 城 wall ข้ า ว");
    }

    @ParameterizedTest
    @CsvSource({
        "en, ran, run",
        "en, mice, mouse",
        "de, Häuser, Haus",
        "de, gingen, gehen",
        "es, corrieron, correr",
        "it, mangiato, mangiare",
        "pt, corações, coração",
        "fr, chevaux, cheval",
        "ar, الكتب, كتاب",
        "pl, książki, książka",
        "uk, яблука, яблуко",
        "ru, книги, книга",
        "ko, 자전거를, 자전거",
        "ko, 봤습니다, 보다",
        "he, הספרים, ספר",
        "he, בירושלים, ירושלים",
        "he, שולחנות, שולחן",
        "es, conduzco, conducir",
        "it, letto, leggere",
        "pt, feito, fazer",
        "fr, yeux, œil",
        "nl, steden, stad",
        "sv, böcker, bok",
        "ar, الأطفال, طفل",
        "ar, والمدن, مدينة",
        "pl, dziećmi, dziecko",
        "ru, пошли, идти",
        "uk, дітей, дитина",
        "el, έφαγα, τρώω"
    })
    void formsOfAWordShareAStemOrARoot(String language, String form, String word) {
        Analysed text = Analysed.of(form, language);
        QueryPart.Word query =
                (QueryPart.Word) QueryPart.of(word, List.of(language)).getFirst();

        assertThat(text.stems().stream().anyMatch(query.stems()::contains)
                        || text.roots().stream().anyMatch(query.roots()::contains))
                .as("%s and %s", text, query)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "es, corrieron, correr, correo",
        "es, jugaban, jugar, jugo",
        "fr, mangeons, mangions, mangue",
        "fr, couraient, courir, cour",
        "it, giocherò, giocare, giocoso",
        "pt, correram, correr, corrente"
    })
    void formsOfAVerbShareAStemThatANounHasNot(String language, String form, String verb, String noun) {
        assertThat(verbs(form, language)).hasSize(1).isEqualTo(verbs(verb, language));
        assertThat(verbs(noun, language)).doesNotContainAnyElementsOf(verbs(verb, language));
    }

    private static Set<String> verbs(String word, String language) {
        return Analysed.of(word, language).stems().stream()
                .filter(stem -> stem.endsWith("~"))
                .collect(Collectors.toSet());
    }

    @Test
    void tellsVerbsInKanjiFromOtherWords() {
        String play = Folding.fold("遊") + "~";
        assertThat(Analysed.of("公園で遊んでいる", "ja").stems()).contains(play);
        assertThat(Analysed.of("遊覧船で行く", "ja").stems()).doesNotContain(play);
    }

    @Test
    void keepsAccentsBesideWhatIsFolded() {
        assertThat(Analysed.of("Phở và PHO", "vi").written()).containsExactlyInAnyOrder("phở", "và");
    }

    @Test
    void knowsTheLongerWordsOfScriptsWithoutBlanks() {
        assertThat(Analysed.of("自転車がまた壊れた", "ja").stems()).contains(Folding.fold("自転車"));
        assertThat(Analysed.of("จักรยานสีแดง", "th").stems()).contains("จักรยาน");
    }

    @Test
    void turnsCompoundsSoThatTheirEndsAreBeginnings() {
        QueryPart.Word query =
                (QueryPart.Word) QueryPart.of("Messe", List.of("de")).getFirst();

        assertThat(Analysed.of("Buchmessen", "de").ends())
                .anyMatch(end -> query.ends().stream().anyMatch(end::startsWith));
        assertThat(Analysed.of("workbench", "en").ends()).isEmpty();
    }

    @Test
    void boundsWhatAQueryIsMadeOf() {
        assertThat(QueryPart.of("a ".repeat(1_000), List.of())).hasSize(QueryPart.MOST);
        assertThat(QueryPart.of("长".repeat(500), List.of()).getFirst().units()).hasSize(QueryPart.LONGEST_RUN);
        assertThat(Analysed.of("x".repeat(70_000), null).words()).hasSize(30);
    }
}
