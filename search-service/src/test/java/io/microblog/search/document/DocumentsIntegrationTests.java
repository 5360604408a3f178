package io.microblog.search.document;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.microblog.event.AccountEvent;
import io.microblog.event.Visibility;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From event to search result and back. */
@SearchTest
class DocumentsIntegrationTests {

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmptiedPosts emptiedPosts;

    @Autowired
    TransactionTemplate transactions;

    private final Somebody alice = Somebody.named("alice");

    @BeforeEach
    void aliceIsThere() {
        events.write(alice.registered());
    }

    @Test
    void findsAPostDespiteTypos() {
        APost post = APost.by(alice).in("en").saying("The hippopotamus swims at midnight");
        events.write(post.created());

        awaitFound(post, "hippopotamus midnight");
        assertThat(reader.statuses("hipopotamus midnigth")).contains(post.id());
        assertThat(reader.statuses("hippopotamus noon")).doesNotContain(post.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The children were running through puddles | run puddle
                    es | Dos gatos dormían en las ventanas abiertas | ventana abierta
                    de | Alte Häuser stehen an den Flüssen          | haus fluss
                    fr | Nous mangions des croissants délicieux     | croissant délicieuse
                    pt | As crianças brincavam nos jardins          | criança jardim
                    it | I ragazzi leggevano libri antichi          | ragazzo libro
                    ru | Красивые книги лежали на столах            | красивая книга
                    ar | قرأت الكتاب في المكتبة                     | كتاب مكتبة
                    hi | लड़के किताबें पढ़ते हैं                          | किताब
                    ja | 昨日、新しい映画を見ました                  | 映画を見る
                    ja | カラオケで歌いました                        | カラオケ 歌う
                    zh | 我们昨天去了长城                            | 长城
                    ko | 고양이가 창가에서 잔다                      | 고양이
                    nb | Katten sov på stolene                      | katt stol
                    th | ฉันชอบกินข้าวผัด                            | ข้าวผัด""")
    void findsOtherFormsOfAWord(String language, String text, String query) {
        APost post = APost.by(alice).in(language).saying(text);
        events.write(post.created());

        awaitFound(post, query);
    }

    @Test
    void findsCommonWordsInAnyAccentAndCase() {
        APost post = APost.by(alice).saying("Señor ＺÉBRA café");
        events.write(post.created());

        awaitFound(post, "senor zebra CAFE");
    }

    @Test
    void holdsAPostBackUntilItsAuthorArrives() {
        Somebody late = Somebody.named("late");
        APost post = APost.by(late).saying("earlybird quokka");
        events.write(post.created());
        rows.awaitIndexed(post);
        assertThat(reader.statuses("earlybird quokka")).doesNotContain(post.id());

        events.write(late.registered());

        awaitFound(post, "earlybird quokka");
    }

    @Test
    void editsAndDeletionsTravel() {
        APost post = APost.by(alice).saying("wombat burrow");
        events.write(post.created());
        awaitFound(post, "wombat burrow");

        APost edited = post.edit().saying("pelican harbour");
        events.write(edited.edited());
        awaitFound(edited, "pelican harbour");
        assertThat(reader.statuses("wombat burrow")).doesNotContain(post.id());

        events.write(edited.deleted());
        awaitGone(edited, "pelican harbour");
    }

    @Test
    void oldAndRepeatedEventsChangeNothing() {
        APost first = APost.by(alice).saying("axolotl one");
        APost second = first.edit().saying("axolotl two");
        events.write(second.edited(), first.created(), second.edited());
        rows.awaitIndexed(second);
        events.write(second.deleted(), second.edited(), first.created());

        awaitGone(second, "axolotl two");
        APost marker = APost.by(alice).saying("axolotl marker");
        events.write(marker.created());
        awaitFound(marker, "axolotl marker");
        assertThat(reader.statuses("axolotl")).doesNotContain(first.id());
    }

    @ParameterizedTest
    @CsvSource({"UNLISTED", "PRIVATE", "DIRECT"})
    void strangersNeitherFindNorCountAPostThatIsNotPublic(Visibility visibility) {
        APost post = APost.by(alice).seenBy(visibility).tagged("secretly").saying("narwhal confession");
        events.write(post.created());
        rows.awaitIndexed(post);

        await().untilAsserted(() ->
                assertThat(reader.statusesFor(alice.id(), "narwhal confession")).contains(post.id()));
        assertThat(reader.statuses("narwhal confession")).doesNotContain(post.id());
        assertThat(tags("secretly")).isEmpty();
    }

    @Test
    void followsAPostIntoHidingAndBack() {
        APost open = APost.by(alice).saying("capybara lagoon");
        events.write(open.created());
        awaitFound(open, "capybara lagoon");

        APost hidden = open.edit().seenBy(Visibility.PRIVATE);
        events.write(hidden.edited());
        awaitGone(hidden, "capybara lagoon");

        APost openAgain = hidden.edit().seenBy(Visibility.PUBLIC);
        events.write(openAgain.edited());
        awaitFound(openAgain, "capybara lagoon");
    }

    @Test
    void hidesPostsOfTheSuspendedAndOfThoseWhoDoNotWantToBeFound() {
        Somebody bob = Somebody.named("bobolink");
        APost post = APost.by(bob).saying("platypus sonata");
        events.write(bob.registered(), post.created());
        awaitFound(post, "platypus sonata");
        await().untilAsserted(() -> assertThat(reader.accounts("bobolink")).contains(bob.id()));

        Somebody suspended = bob.suspended(true);
        events.write(suspended.changed());
        awaitGone(post, "platypus sonata");
        await().untilAsserted(() -> assertThat(reader.accounts("bobolink")).doesNotContain(bob.id()));

        Somebody back = suspended.suspended(false);
        events.write(back.changed());
        awaitFound(post, "platypus sonata");

        events.write(back.notIndexable().changed());
        awaitGone(post, "platypus sonata");
        await().untilAsserted(() -> assertThat(reader.accounts("bobolink")).contains(bob.id()));
    }

    @Test
    void carriesAChangeToAFewPostsAtATime() {
        long last = writes(alice, AccountDocuments.FEW_POSTS + 1);

        transactions.executeWithoutResult(_ -> {
            jdbc.sql("SELECT id FROM post_document WHERE id = ? FOR UPDATE")
                    .param(last)
                    .query()
                    .singleRow();
            events.write(alice.notIndexable().changed());
            await().until(() -> postsFindable(alice) == 1);
        });
        await().until(() -> postsFindable(alice) == 0);
    }

    @Test
    void aRepeatedChangeGoesOnWhereItWasCutShort() {
        long last = writes(alice, 2);
        AccountEvent change = alice.notIndexable().changed();
        events.write(change);
        await().until(() -> postsFindable(alice) == 0);
        jdbc.sql("UPDATE post_document SET author_findable = true WHERE id = ?")
                .param(last)
                .update();

        events.write(change);

        await().until(() -> postsFindable(alice) == 0);
    }

    /** The id of the last of many posts. */
    private long writes(Somebody author, int posts) {
        rows.awaitIndexed(author);
        jdbc.sql("""
                INSERT INTO post_document
                       (id, version, author_id, author_findable, emptied_at, doc_version, indexed_version)
                SELECT -n, 1, :author, true, now(), 1, 1 FROM generate_series(:author - :posts + 1, :author) AS n""").param("author", author.id()).param("posts", posts).update();
        return posts - author.id() - 1;
    }

    private long postsFindable(Somebody author) {
        return jdbc.sql("SELECT count(*) FROM post_document WHERE author_id = ? AND author_findable")
                .param(author.id())
                .query(Long.class)
                .single();
    }

    @Test
    void findsAccountsByBeginningTypoAndNewName() {
        Somebody carol = Somebody.named("Carolina_Wren").shownAs("Zaunkönig Übermut");
        events.write(carol.registered());

        await().untilAsserted(() -> assertThat(reader.accounts("caroli")).contains(carol.id()));
        assertThat(reader.accounts("carolna_wren")).contains(carol.id());
        assertThat(reader.accounts("@Carolina_Wren@localhost:8080")).contains(carol.id());
        assertThat(reader.accounts("@carolina_wren@elsewhere.example")).isEmpty();
        assertThat(reader.accounts("zaunkon")).contains(carol.id());
        assertThat(reader.accounts("ubermut zaunkönig")).contains(carol.id());

        events.write(carol.renamed("Nightingale").changed());
        await().untilAsserted(() -> assertThat(reader.accounts("nightngale")).contains(carol.id()));
        assertThat(reader.accounts("zaunkönig")).doesNotContain(carol.id());
    }

    @Test
    void findsTheAccountOfThatNameFirst() {
        Somebody exact = Somebody.named("finch");
        Somebody longer = Somebody.named("finchley").shownAs("Finch Finch Finch");
        events.write(longer.registered(), exact.registered());
        rows.awaitIndexed(exact);
        rows.awaitIndexed(longer);

        await().untilAsserted(() -> assertThat(reader.accounts("finch")).startsWith(exact.id(), longer.id()));
    }

    @Test
    void countsHashtagsInThePostsThatHaveThemNow() {
        APost one = APost.by(alice).tagged("okapi", "okapiwatch").saying("#okapi #okapiwatch");
        APost two = APost.by(alice).tagged("okapi").saying("#okapi");
        events.write(one.created(), two.created());

        await().untilAsserted(() -> assertThat(tags("okap")).containsExactly("okapi", "okapiwatch"));
        await().untilAsserted(() -> assertThat(Reader.body(reader.get("/api/v2/search?type=hashtags&q=okapi&limit=1")))
                .contains("\"url\":\"http://localhost:8080/tags/okapi\"", "\"uses\":\"2\",\"accounts\":\"1\""));

        events.write(one.deleted());
        await().untilAsserted(() -> assertThat(tags("#Okap")).containsExactly("okapi"));
    }

    @Test
    void narrowsByAuthorAndIds() {
        Somebody dave = Somebody.named("dave");
        APost first = APost.by(alice).saying("ibex summit");
        APost second = APost.by(dave).saying("ibex summit");
        events.write(dave.registered(), first.created(), second.created());
        awaitFound(first, "ibex summit");
        awaitFound(second, "ibex summit");

        String uri = "/api/v2/search?q=ibex summit&type=statuses&";
        assertThat(reader.ids("$.statuses[*].id", uri + "account_id={id}", dave.id()))
                .containsExactly(second.id());
        assertThat(reader.ids("$.statuses[*].id", uri + "max_id={id}", second.id()))
                .containsExactly(first.id());
        assertThat(reader.ids("$.statuses[*].id", uri + "min_id={id}", first.id()))
                .containsExactly(second.id());
    }

    @Test
    void removesEmptiedRowsAfterAMonth() {
        APost old = APost.by(alice).saying("kakapo");
        APost young = APost.by(alice).saying("kakapo");
        events.write(old.created(), old.deleted(), young.created(), young.deleted());
        rows.awaitDeleted(old);
        rows.awaitDeleted(young);
        jdbc.sql("UPDATE post_document SET emptied_at = now() - interval '31 days' WHERE id = ?")
                .param(old.id())
                .update();

        emptiedPosts.remove();

        assertThat(jdbc.sql("SELECT id FROM post_document WHERE id IN (?, ?)")
                        .params(old.id(), young.id())
                        .query(Long.class)
                        .list())
                .containsExactly(young.id());
    }

    @Test
    void whatPeopleLikeComesFirst() {
        APost liked = APost.by(alice).saying("tamandua ledger");
        APost plain = APost.by(alice).saying("tamandua ledger");
        events.write(liked.created(), plain.created());
        rows.awaitIndexed(liked);
        rows.awaitIndexed(plain);
        await().untilAsserted(
                        () -> assertThat(reader.statuses("tamandua ledger")).containsExactly(plain.id(), liked.id()));

        events.write(liked.likedBy(300, 2), liked.likedBy(2, 1));

        await().untilAsserted(
                        () -> assertThat(reader.statuses("tamandua ledger")).containsExactly(liked.id(), plain.id()));
        assertThat(popularity(liked)).isEqualTo(9);
    }

    @Test
    void favouritesMayArriveBeforeTheirPost() {
        APost post = APost.by(alice).saying("pangolin orchard");
        events.write(post.likedBy(5, 1));
        await().untilAsserted(() -> assertThat(popularity(post)).isEqualTo(3));

        events.write(post.created());

        awaitFound(post, "pangolin orchard");
        assertThat(popularity(post)).isEqualTo(3);
    }

    private int popularity(APost post) {
        return jdbc.sql("SELECT max(popularity) FROM post_document WHERE id = ?")
                .param(post.id())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private List<String> tags(String beginning) {
        return JsonPath.read(
                Reader.body(reader.get("/api/v2/search?type=hashtags&q={q}", beginning)), "$.hashtags[*].name");
    }

    private void awaitFound(APost post, String query) {
        await().untilAsserted(() -> assertThat(reader.statuses(query)).contains(post.id()));
    }

    private void awaitGone(APost post, String query) {
        await().untilAsserted(() -> assertThat(reader.statuses(query)).doesNotContain(post.id()));
    }
}
