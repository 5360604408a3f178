package io.microblog.search.query;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipState;
import io.microblog.event.Visibility;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Ids;
import io.microblog.search.Owners;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who finds which posts, and what is found of them besides their text. */
@SearchTest
class ReachIntegrationTests {

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    Owners owners;

    @Autowired
    JdbcClient jdbc;

    private final Somebody author = Somebody.named("reach_" + System.nanoTime() % 1_000_000);
    private final long stranger = Ids.next();

    @BeforeEach
    void authorIsThere() {
        events.write(author.registered());
        rows.awaitIndexed(author);
    }

    @AfterEach
    void ownersAreWell() {
        owners.heal();
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, true", "UNLISTED, false", "PRIVATE, false", "DIRECT, false"})
    void isFoundByItsAuthorAndThePeopleItNames(Visibility visibility, boolean open) {
        APost post = written(APost.by(author)
                .seenBy(visibility)
                .mentioning(Reader.ID)
                .saying("meerkat lantern " + visibility.wireName()));

        assertThat(reader.statusesFor(author.id(), post.text())).contains(post.id());
        assertThat(reader.statuses(post.text())).contains(post.id());
        assertThat(reader.statusesFor(stranger, post.text()).contains(post.id()))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void whoDoesNotWantToBeFoundStillFindsTheirOwn(Visibility visibility) {
        Somebody shy = author.notIndexable();
        events.write(shy.changed());
        rows.awaitIndexed(shy);
        APost post = written(APost.by(author)
                .seenBy(visibility)
                .mentioning(Reader.ID)
                .saying("gibbon ledger " + visibility.wireName()));

        assertThat(reader.statusesFor(author.id(), post.text())).contains(post.id());
        assertThat(reader.statuses(post.text())).contains(post.id());
        assertThat(reader.statusesFor(stranger, post.text())).doesNotContain(post.id());
    }

    @Test
    void followersDoNotFindWhatIsForFollowers() {
        APost post = written(APost.by(author).seenBy(Visibility.PRIVATE).saying("ocelot cistern"));
        events.write(new RelationshipEvent.UserFollowed(from(Reader.ID, author.id(), true, false)));
        await().until(() -> related(Reader.ID, author.id()));

        assertThat(reader.statuses("ocelot cistern")).doesNotContain(post.id());
    }

    @Test
    void followsWhomAnEditNames() {
        APost post = written(
                APost.by(author).seenBy(Visibility.DIRECT).mentioning(Reader.ID).saying("dingo compass"));

        APost other = post.edit().mentioning(stranger);
        events.write(other.edited());
        rows.awaitIndexed(other);

        await().untilAsserted(() ->
                assertThat(reader.statusesFor(stranger, "dingo compass")).contains(post.id()));
        assertThat(reader.statuses("dingo compass")).doesNotContain(post.id());

        events.write(other.deleted());
        rows.awaitDeleted(other);
        await().untilAsserted(() ->
                assertThat(reader.statusesFor(author.id(), "dingo compass")).doesNotContain(post.id()));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aBlockAfterTheMentionHidesIt(boolean byTheAuthor) {
        long named = Ids.next();
        APost post = written(
                APost.by(author).seenBy(Visibility.DIRECT).mentioning(named).saying("tapir mirror " + byTheAuthor));
        assertThat(reader.statusesFor(named, post.text())).contains(post.id());

        RelationshipState block =
                byTheAuthor ? from(author.id(), named, false, true) : from(named, author.id(), false, true);
        events.write(new RelationshipEvent.UserBlocked(block));

        await().untilAsserted(
                        () -> assertThat(reader.statusesFor(named, post.text())).doesNotContain(post.id()));
    }

    @Test
    void itsOwnerHasTheLastWord() {
        APost post = written(APost.by(author)
                .seenBy(Visibility.PRIVATE)
                .mentioning(Reader.ID)
                .saying("civet anvil"));
        owners.show(post.id(), ", \"visibility\": \"private\"");
        assertThat(reader.statuses("civet anvil")).doesNotContain(post.id());

        owners.show(post.id(), ", \"visibility\": \"private\", \"mentions\": [{\"id\": \"%d\"}]".formatted(Reader.ID));
        assertThat(reader.statuses("civet anvil")).contains(post.id());

        owners.hide(post.id());
        assertThat(reader.statuses("civet anvil")).doesNotContain(post.id());
    }

    @Test
    void hashtagsOfHiddenPostsAreNotTold() {
        written(APost.by(author)
                .seenBy(Visibility.UNLISTED)
                .tagged("zirconhush")
                .mentioning(Reader.ID)
                .saying("#zirconhush"));

        assertThat(JsonPath.<List<String>>read(
                        Reader.body(reader.get("/api/v2/search?type=hashtags&q=zirconhush")), "$.hashtags[*].name"))
                .isEmpty();
    }

    @Test
    void looksInTheLibrary() {
        APost own = written(new APost(
                Ids.next(), 1, Reader.ID, "jackal kiln", null, Visibility.PRIVATE, List.of(), APost.Around.NOTHING));
        APost named = written(
                APost.by(author).seenBy(Visibility.DIRECT).mentioning(Reader.ID).saying("jackal kiln"));
        APost kept = written(APost.by(author).seenBy(Visibility.PRIVATE).saying("jackal kiln"));
        APost open = written(APost.by(author).saying("jackal kiln"));
        owners.keep(kept.id());
        owners.show(kept.id(), ", \"visibility\": \"private\", \"bookmarked\": true");

        assertThat(reader.statuses("jackal kiln in:library"))
                .containsExactlyInAnyOrder(own.id(), named.id(), kept.id());
        assertThat(reader.statuses("jackal kiln in:public")).containsExactly(open.id());
        assertThat(reader.statuses("jackal kiln in:all")).containsExactlyInAnyOrder(own.id(), named.id(), open.id());
        assertThat(reader.statuses("jackal kiln")).containsExactlyInAnyOrder(own.id(), named.id(), open.id());
        assertThat(reader.statusesFor(stranger, "in:library jackal kiln"))
                .doesNotContain(own.id(), named.id(), open.id());
    }

    @ParameterizedTest
    @CsvSource({"lighthouse dusk", "маяк", "灯台"})
    void findsDescriptionsOfImages(String description) {
        APost post = written(APost.by(author).showing("image", null).showing("image", description));

        assertThat(reader.statuses(description + " from:" + author.username())).containsExactly(post.id());
    }

    @ParameterizedTest
    @CsvSource({"persimmon jam", "Брусника", "柿子酱"})
    void findsOptionsOfPolls(String option) {
        APost post = written(APost.by(author).saying("Which?").asking(option, "None"));

        assertThat(reader.statuses(option + " from:" + author.username())).containsExactly(post.id());
    }

    @ParameterizedTest
    @CsvSource({"spider photograph", "пауки", "クモ注意"})
    void findsContentWarnings(String warning) {
        APost post = written(APost.by(author).saying("Look").behind(warning));

        assertThat(reader.statuses(warning + " from:" + author.username())).containsExactly(post.id());
    }

    @Test
    void narrowsByWhatAPostHasAndIs() {
        APost plain = written(APost.by(author).saying("quince"));
        APost image = written(APost.by(author).saying("quince").showing("image", null));
        APost video = written(APost.by(author).saying("quince").showing("video", "Trees"));
        APost audio = written(APost.by(author).saying("quince").showing("audio", null));
        APost poll = written(APost.by(author).saying("quince").asking("Yes", "No"));
        APost reply = written(APost.by(author).saying("quince").answering(plain));
        APost sensitive = written(APost.by(author).saying("quince").behind("Fruit"));

        assertThat(found("has:media")).containsExactlyInAnyOrder(image.id(), video.id(), audio.id());
        assertThat(found("has:image")).containsExactly(image.id());
        assertThat(found("has:video")).containsExactly(video.id());
        assertThat(found("has:audio")).containsExactly(audio.id());
        assertThat(found("has:poll")).containsExactly(poll.id());
        assertThat(found("is:reply")).containsExactly(reply.id());
        assertThat(found("is:sensitive")).containsExactly(sensitive.id());
        assertThat(found("-has:media -is:reply")).containsExactlyInAnyOrder(plain.id(), poll.id(), sensitive.id());

        APost bare = new APost(
                image.id(), 2, author.id(), "quince", null, Visibility.PUBLIC, List.of(), APost.Around.NOTHING);
        events.write(bare.edited());
        rows.awaitIndexed(bare);
        await().untilAsserted(() -> assertThat(found("has:image")).isEmpty());
    }

    private List<Long> found(String operators) {
        return reader.statuses("quince from:" + author.username() + " " + operators);
    }

    private APost written(APost post) {
        events.write(post.created());
        rows.awaitIndexed(post);
        await().untilAsserted(() ->
                assertThat(reader.statusesFor(post.authorId(), "from:me")).contains(post.id()));
        return post;
    }

    private boolean related(long one, long other) {
        return jdbc.sql("SELECT count(*) FROM relationship WHERE from_id = ? AND to_id = ?")
                        .params(one, other)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static RelationshipState from(long one, long other, boolean follows, boolean blocks) {
        return new RelationshipState(one, other, 1, follows, true, false, null, null, null, blocks, false, false, null);
    }
}
