package io.microblog.search.query;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people type and mean. */
@SearchTest
class RelevanceIntegrationTests {

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    private final Somebody author = Somebody.named("relevant");

    @BeforeEach
    void authorIsThere() {
        events.write(author.registered());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | My bicycle is blue                      | vicycle
            ru | Новый велосипед в парке                 | белосипед
            es | Una bicicleta roja                      | vicicleta
            en | We were watching dolphins               | watchign
            de | Zwei Fahrräder im Keller                | Fahräder
            en | Two bicycles in the shed                | vicycle
            ru | Старые велосипеды в подвале             | белосипед
            de | Alle Bibliotheken haben zu              | Bibliotek
            zh | 我的自行车坏了                          | 自形车
            zh | 图书馆今天不开门                        | 图书管
            zh | 早餐吃面包                              | 面饱
            ko | 고양이가 잔다                           | 고앙이
            ko | 도서관은 문을 닫았다                    | 도소관
            ko | 컴퓨터를 샀다                           | 컴뷰터
            th | ห้องสมุดปิดแล้ว                            | ห้องสมุต
            th | จักรยานสีแดง                             | จักยาน
            th | อบขนมปังเอง                             | ขนมปัว
            ja | カラオケに行く                          | カラウケ
            ja | ひまわりの種                            | ひまわい
            ja | 自転車が壊れた                          | 自点車""")
    void forgivesTypos(String language, String text, String query) {
        found(language, text, query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | A fresh sourdough loaf      | sourd
            ru | Сильный снегопад ночью      | снегоп
            en | Rhubarb crumble for dinner  | crumble rhub
            zh | 暴风雪封住了公路            | 暴风
            ko | 김치찌개를 먹었다           | 김치찌""")
    void findsTheWordBeingTyped(String language, String text, String query) {
        found(language, text, query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Die Buchmesse beginnt       | Messe
            de | Die Bundestagswahl ist aus  | Wahl
            nl | De erwtensoep is klaar      | soep
            sv | Ett surdegsbröd med smör    | bröd
            ko | 김치찌개 만드는 법          | 찌개""")
    void findsPartsOfCompounds(String language, String text, String query) {
        found(language, text, query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The Wi-Fi is down                              | wifi
            en | Free wifi upstairs                             | Wi-Fi
            en | Broken by node.js again                        | node js
            en | Broken by nodejs again                         | node.js
            en | See https://fernhouse.example/2026/ferns       | fernhouse
            en | Mail hello@lanternshop.example for a catalogue | hello@lanternshop.example
            en | A thunder storm last night                     | thunderstorm""")
    void findsWhatIsJoined(String language, String text, String query) {
        found(language, text, query);
    }

    @Test
    void tellsLanguagesBySigns() {
        APost plain = written("en", "Compiled with C at dawn");
        APost plus = written("en", "Compiled with C++ at dawn");
        APost sharp = written("en", "Compiled with C# at dawn");
        APost net = written("en", "Compiled with .NET at dawn");

        assertThat(reader.statuses("C++")).startsWith(plus.id()).doesNotContain(sharp.id(), plain.id());
        assertThat(reader.statuses("C#")).startsWith(sharp.id()).doesNotContain(plus.id(), plain.id());
        assertThat(reader.statuses(".NET")).startsWith(net.id());
        assertThat(reader.statuses("C dawn compiled")).startsWith(plain.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tr | İstanbul vapuru          | ISTANBUL
            tr | İstanbul vapuru          | istanbul
            tr | ISTANBUL caddesi         | İstanbul
            tr | ISPARTA gülleri          | ısparta
            ru | Нарядили ёлку            | елку
            uk | Новий ґанок              | ганок
            ar | هذه المكتبة قديمة        | المکتبة
            fa | کتاب‌های قدیمی           | كتابهای
            fa | کتاب‌های قدیمی           | قديمي
            ar | مُعَلِّمَة الدرس               | معلمة
            hi | फल ख़राब है               | खराब
            ja | ラーメンの店             | らーめん
            ja | コンピューターの本       | コンピュータ
            zh | 臺灣的茶                 | 台湾
            zh | 编程语言                 | 編程語言
            en | Don’t forget             | don't forget
            uk | М’яч у дворі             | мʼяч
            fr | Une cre\u0300me bru\u0302le\u0301e  | crème brûlée
            en | ＳＯＵＲＤＯＵＧＨ loaf       | sourdough""")
    void holdsLettersEqual(String language, String text, String query) {
        found(language, text, query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Corrieron bajo la lluvia   | correr
            it | Abbiamo mangiato una pizza | mangiare
            ar | الكتب القديمة              | كتاب
            pt | Os corações das flores     | coração
            fr | Des chevaux sauvages       | cheval
            de | Wir gingen zum Fluss       | gehen""")
    void knowsDistantForms(String language, String text, String query) {
        found(language, text, query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Corrieron con canela     | El correo con canela     | correr canela
            fr | Ils couraient, cannelle  | La cour de cannelle      | courir cannelle
            pt | Brincavam com canela     | Brincadeira com canela   | brincar canela
            ja | シナモンと遊んだ         | シナモンの遊覧船         | シナモン 遊ぶ""")
    void tellsVerbsFromOtherWordsOfTheirRoot(String language, String verb, String other, String query) {
        APost noun = written(language, other);
        APost form = written(language, verb);
        events.write(noun.likedBy(100_000, 1));
        rows.awaitIndexed(noun);

        assertThat(reader.statuses(query, language)).startsWith(form.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pt | O avô de Quixeramobim | A avó de Quixeramobim | avô Quixeramobim
            vi | Phở Quixeramobim      | Phố Quixeramobim      | phở Quixeramobim
            es | Un año Quixeramobim   | El ano Quixeramobim   | año Quixeramobim""")
    void putsTheSameAccentsFirst(String language, String same, String other, String query) {
        APost better = written(language, same);
        APost worse = written(language, other);

        assertThat(reader.statuses(query, language)).containsSubsequence(better.id(), worse.id());
    }

    @Test
    void takesNoSyllableForTheRestOfACompound() {
        APost fair = written("de", "Die Buchmesse, Zwergflusspferd");
        APost measured = written("de", "Hat gemessen, Zwergflusspferd");

        assertThat(reader.statuses("Messe Zwergflusspferd")).contains(fair.id()).doesNotContain(measured.id());
    }

    @Test
    void putsExactWordsAndStemsAboveNoise() {
        APost ran = written("en", "She ran along the quay");
        APost rua = written("pt", "Rua do quay");
        APost run = written("en", "A run along the quay");

        assertThat(reader.statuses("run quay")).startsWith(run.id(), ran.id()).doesNotContain(rua.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | A flat tyre, xylophonist | flan xylophonist
            de | Die Kuh, sagenhaft müde  | Kur sagenhaft
            ru | Кот барабанщика          | Код барабанщика""")
    void readsShortWordsLiterally(String language, String text, String query) {
        APost post = written(language, text);

        assertThat(reader.statuses(query)).doesNotContain(post.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | A sourdough recipe with zucchini   | Bread alone       | bread sourdough recipe tips
            en | Repairing a bicycle chain at night | A bicycle alone   | bicycle chain repair shop
            es | Una receta de pan con calabaza     | Solo una receta   | receta pan calabaza horno""")
    void findsMostWordsWhenNoPostHasAll(String language, String most, String one, String query) {
        APost better = written(language, most);
        APost worse = written(language, one);

        assertThat(reader.statuses(query)).contains(better.id()).doesNotContain(worse.id());
    }

    @Test
    void aBetterMatchBeatsLikesAndFreshness() {
        APost exact = written("en", "Marmots everywhere, marmoset nowhere");
        APost stem = written("en", "A marmot nowhere");
        events.write(stem.likedBy(100_000, 1));
        rows.awaitIndexed(stem);

        await().untilAsserted(
                        () -> assertThat(reader.statuses("marmots nowhere")).startsWith(exact.id(), stem.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bob_x        | Bob           | x
            bob_xaverius | Bob           | xaverius
            quillon1     | Мария Зимина  | Зимина
            quillon2     | أحمد الحكيم   | حكيم
            quillon3     | 김민수        | 민수
            quillon4     | 陳美玲        | 美玲
            quillon5     | Åsa Lindqvist | lindqvist
            NightJar     |               | jar""")
    void findsPeopleByPartsOfTheirNames(String username, String name, String query) {
        Somebody person = Somebody.named(username).shownAs(name == null ? "" : name);
        events.write(person.registered());
        rows.awaitIndexed(person);

        await().untilAsserted(() -> assertThat(reader.accounts(query)).contains(person.id()));
    }

    @Test
    void findsHashtagsByAnyPartAccentsOrNoneAndTypo() {
        events.write(
                APost.by(author).tagged("crèmebrûlée").saying("#crèmebrûlée").created(),
                APost.by(author).tagged("crèmebrûlée").saying("#crèmebrûlée").created(),
                APost.by(author).tagged("brûléeparty").saying("#brûléeparty").created());

        for (String query : List.of("cremebrulee", "CRÈMEB", "brulee", "crème brûlée", "cremebrulle")) {
            await().untilAsserted(() -> assertThat(tags(query)).contains("crèmebrûlée"));
        }
        assertThat(tags("brulee")).containsExactly("brûléeparty", "crèmebrûlée");
    }

    @Test
    void putsTheMoreUsedHashtagFirst() {
        for (String tag : List.of("vogelbeerwein", "vogelbeersaft", "vogelbeersaft", "vogelbeermus")) {
            events.write(APost.by(author).tagged(tag).saying("#" + tag).created());
        }

        await().untilAsserted(() -> assertThat(tags("vogelbeer")).hasSize(3).startsWith("vogelbeersaft"));
    }

    private List<String> tags(String query) {
        return JsonPath.read(
                Reader.body(reader.get("/api/v2/search?type=hashtags&q={q}", query)), "$.hashtags[*].name");
    }

    private void found(String language, String text, String query) {
        APost post = written(language, text);
        assertThat(reader.statuses(query)).contains(post.id());
    }

    private APost written(String language, String text) {
        APost post = APost.by(author).in(language).saying(text);
        events.write(post.created());
        rows.awaitIndexed(post);
        await().untilAsserted(() -> assertThat(reader.statuses(text)).contains(post.id()));
        return post;
    }
}
