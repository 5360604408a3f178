package io.microblog.post.filter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordMatcherTests {

    @ParameterizedTest
    @CsvSource({
        "cat, The CAT sat, true",
        "cat, concatenate, false",
        "cat, cats, false",
        "cat, cat, true",
        "cat, a cat's life, true",
        "cat, #cat!, true",
        "cat, snake_cat, false",
        "cat, cat5, false",
        "cat, concatenated cat, true",
        "'big cat', the big  cat, true",
        "'big cat', big catalogue, false",
        "C++, I write C++., true",
        "C++, C, false",
        "@example.com, me@example.com, true",
        "straße, STRASSE, true",
        "İstanbul, istanbul, true",
        "ΟΔΟΣ, η οδός μας, false",
        "ΟΔΟΣ, η οδος μας, true",
        "снег, Снег идёт, true",
        "снег, снегопад, false",
        "cafe, café, false",
        "cafe, cafe\u0301, false",
        "don’t, I don't, true",
        "ﬁlm, a film, true",
        "حرب, عن حرب طويلة, true",
        "حرب, حربية, false",
        "雨, 今日は雨です, true",
        "AI, AIは便利, true",
        "AI, RAIN, false",
        "ラーメン, ラーメンが好き, true",
        "ฝน, วันนี้ฝนตก, true",
        "비, 비가 온다, true",
        "비, 나비가 온다, false",
        "한국, 한국어, true",
        "पानी, पानी पियो, true",
        "पान, पानी पियो, false"
    })
    void wholeWordsEndWhereTheirScriptSaysSo(String keyword, String text, boolean found) {
        assertThat(isIn(keyword, true, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "cat, conCATenate, true",
        "снег, Снегопад, true",
        "big cat, bigcat, false",
        "ｃａｔ, cat, true",
        "dog, cat, false"
    })
    void partsOfWordsAreAnywhere(String keyword, String text, boolean found) {
        assertThat(isIn(keyword, false, text)).isEqualTo(found);
    }

    private static boolean isIn(String keyword, boolean wholeWord, String text) {
        return new KeywordMatcher(new FilterKeyword("1", keyword, wholeWord)).isIn(FoldedText.of(text));
    }
}
