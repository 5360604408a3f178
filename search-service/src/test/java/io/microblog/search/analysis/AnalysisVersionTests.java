package io.microblog.search.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Terms that were indexed in one way are not found in another: a change of analysis must be told by its version. */
class AnalysisVersionTests {

    /** Who changes how texts are analysed raises the version and writes down here what this test then finds. */
    private static final Map<Integer, String> TERMS = Map.of(3, "e57e3b12");

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.ofEntries(
            Map.entry("ar", "كتبتُ كتابًا عن المدينة القديمة والكتب"),
            Map.entry("de", "Die Buchmesse öffnete ihre Türen, Straßenbahnfahrer fuhren hin"),
            Map.entry("el", "Οι δρόμοι της Αθήνας ήταν γεμάτοι ανθρώπους"),
            Map.entry("en", "Running with Wi-Fi and node.js in C++, the children baked loaves; mail me@example.org"),
            Map.entry("es", "Corríamos por las montañas y comíamos manzanas"),
            Map.entry("fa", "کتاب‌های من را ببینید"),
            Map.entry("fi", "Taloissamme asuttiin pitkään"),
            Map.entry("fr", "Aujourd’hui nous mangeons des œufs près de l’église"),
            Map.entry("he", "קראתי ספרים בספרייה ובבית שבירושלים"),
            Map.entry("hi", "लड़कियाँ किताबें पढ़ती हैं"),
            Map.entry("ja", "図書館でカタカナとひらがなを読むコーヒー"),
            Map.entry("ko", "행복한 토요일에 친구들과 도서관에 갔습니다"),
            Map.entry("pl", "Czytaliśmy książki o kotach i psach"),
            Map.entry("ru", "Снегопад засыпал ёлки, дети катались на велосипедах"),
            Map.entry("th", "ฉันชอบอ่านหนังสือในห้องสมุด"),
            Map.entry("tr", "İstanbul'da kitaplarımızı ISTANBUL vapurunda okuduk"),
            Map.entry("uk", "Ґанок і книжки під снігом"),
            Map.entry("vi", "Tôi đọc sách ở thư viện"),
            Map.entry("zh", "我們在臺北圖書館讀書,学习简体字")));

    @Test
    void isRaisedWhenTextsAreAnalysedInAnotherWay() {
        CRC32 terms = new CRC32();
        TEXTS.forEach((language, text) -> {
            Analysed analysed = Analysed.of(text, language);
            String all = String.join(
                    "|",
                    analysed.words(),
                    new TreeSet<>(analysed.joined()).toString(),
                    new TreeSet<>(analysed.written()).toString(),
                    new TreeSet<>(analysed.stems()).toString(),
                    new TreeSet<>(analysed.roots()).toString(),
                    new TreeSet<>(analysed.ends()).toString(),
                    analysed.sounds());
            terms.update(all.getBytes(StandardCharsets.UTF_8));
        });
        Analysed name = Name.of("jmueller", "Jürgen Müller-O’Sullivan");
        terms.update((name.words() + new TreeSet<>(name.joined()) + name.sounds()).getBytes(StandardCharsets.UTF_8));

        assertThat(TERMS).containsEntry(Analysed.VERSION, Long.toHexString(terms.getValue()));
    }
}
