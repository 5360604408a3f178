package io.microblog.search.analysis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTests {

    @ParameterizedTest
    @CsvSource({
        "ISTANBUL, İstanbul",
        "Isparta, ısparta",
        "ёлка, елка",
        "ґанок, ганок",
        "المکتبة, المكتبه",
        "يوم, یوم",
        "مُعَلِّمَة, معلمه",
        "ख़राब, खराब",
        "ラーメン, らーめん",
        "ﾗｰﾒﾝ, らめん",
        "コンピューター, コンピュータ",
        "臺灣, 台湾",
        "圖書館, 图书馆",
        "Cafe\u0301, CAFÉ",
        "\u1112\u1161\u11ab, 한",
        "ＳＯＵＲ, sour",
        "don’t, don't",
        "м’яч, мʼяч",
        "Straße, STRASSE",
        "Łódź, lodz",
        "ΘΕΣΣΑΛΟΝΊΚΗΣ, θεσσαλονίκης",
        "٢٠٢٦, 2026"
    })
    void holdsEqualWhatPeopleHoldEqual(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"か, が", "ขาว, ข้าว", "कल, काल", "дом, том", "东, 西", "ㄱ, ㄴ"})
    void keepsApartWhatMeansOther(String one, String other) {
        assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
    }

    @Test
    void foldsOnce() {
        String folded = Folding.fold("İSTANBUL ß 臺灣 ガーデン Ёлка کتاب‌ها");

        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }
}
