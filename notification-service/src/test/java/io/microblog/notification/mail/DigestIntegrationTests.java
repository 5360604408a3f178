package io.microblog.notification.mail;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people want to hear of once a day or once a week. */
@NotificationServiceTest
class DigestIntegrationTests {

    private static final String PATH = "/api/v1/mail/preferences";

    @Autowired
    private World world;

    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        carol = world.newcomer("carol");
        world.settle();
    }

    @Test
    void tellsADayInOneMail() {
        wants(alice, "daily", "follow", "mention", "reply", "favourite", "reblog");
        PostDraft cat = alice.writes("My cat").publish();
        PostDraft dog = alice.writes("My dog").publish();
        bob.follows(alice);
        carol.follows(alice);
        world.happens(dog.favouritedBy(bob), cat.favouritedBy(bob), cat.favouritedBy(carol), cat.boostedBy(carol));
        bob.writes("Hello there").to(alice).publish();
        carol.writes("Me too").answering(cat).publish();
        likes(bob, "The best of the week", alice);
        isHeldBack(8);
        assertThat(world.mailOf(alice)).isEmpty();
        aDayPasses();
        world.settleWithMail();

        SentMessage mail = onlyMail(alice);
        assertThat(mail.subject()).isEqualTo("Your day on Microblog");
        assertThat(mail.tag()).isEqualTo("digest");
        assertThat(mail.textBody())
                .containsSubsequence(
                        "== Your posts ==",
                        "* Two favourites · One boost",
                        "> My cat",
                        "* One favourite",
                        "> My dog",
                        "== Two new followers ==",
                        "== Two mentions or answers ==",
                        "== From people you follow ==",
                        "> The best of the week")
                .contains("/@" + bob.username(), "/@" + carol.username(), "> Hello there", "> Me too");
        assertThat(mail.htmlBody()).contains("<h2", "Two new followers");
        assertThat(world.deliveriesTo(alice)).hasSize(8).containsOnly("SENT");
    }

    @Test
    void isWrittenInTheReadersLanguage() {
        Person muna = world.newcomer("muna", "ar");
        wants(muna, "weekly", "follow");
        for (int i = 0; i < 3; i++) {
            world.newcomer("fan" + i).follows(muna);
        }
        isHeldBack(muna, 3);
        aWeekPasses(muna);
        world.settleWithMail();

        SentMessage mail = onlyMail(muna);
        assertThat(mail.subject()).contains("أسبوعك");
        assertThat(mail.textBody()).containsPattern("== . متابعين جدد ==");
        assertThat(mail.htmlBody()).contains("dir=\"rtl\"");
    }

    @Test
    void sendsNoEmptyDigest() {
        wants(alice, "daily", "follow", "mention");
        likes(bob, "The best of the week", alice);
        bob.follows(alice);
        PostDraft post = bob.writes("Hello").to(alice).publish();
        isHeldBack(2);
        String newest = alice.notifications().ids().getFirst();
        alice.posts("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", newest)));
        carol.writes("Oops").to(alice).publish().delete();
        world.settle();
        aDayPasses();
        world.settleWithMail();

        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(world.deliveriesTo(alice)).doesNotContain("SENT");
        assertThat(post.id()).isPositive();
    }

    @Test
    void tellsAtOnceWhoeverChangesTheirMind() {
        wants(alice, "weekly", "follow");
        bob.follows(alice);
        isHeldBack(1);
        wants(alice, "at_once", "follow");
        world.settleWithMail();

        assertThat(onlyMail(alice).tag()).isEqualTo("follow");
    }

    @Test
    void stopsByOneClickWhatADigestTells() {
        wants(alice, "daily", "follow", "mention");
        bob.follows(alice);
        isHeldBack(1);
        aDayPasses();
        world.settleWithMail();
        String link = onlyMail(alice).headers().stream()
                .filter(header -> header.name().equals("List-Unsubscribe"))
                .map(header -> header.value().substring(1, header.value().length() - 1))
                .findFirst()
                .orElseThrow();

        assertThat(world.run(MockMvcRequestBuilders.get(URI.create(link))).content())
                .contains("Shall we stop the digests");
        Reply stopped = world.run(MockMvcRequestBuilders.post(URI.create(link)));
        assertThat(stopped.content()).contains("such digests any more");
        assertThat(mode(alice, "follow")).isEqualTo("never");
        assertThat(mode(alice, "mention")).isEqualTo("never");
        assertThat(mode(alice, "reply")).isEqualTo("at_once");
        world.run(MockMvcRequestBuilders.post(URI.create(link)).param("resume", "true"));
        assertThat(mode(alice, "follow")).isEqualTo("daily");
    }

    @Test
    void refusesWhatADigestCannotBe() {
        assertThat(puts(alice, Map.of("kinds", Map.of("announcement", "daily"))).content())
                .contains("kinds.announcement");
        assertThat(puts(alice, Map.of("digest", Map.of("hour", 24))).content()).contains("digest.hour");
        assertThat(puts(alice, Map.of("digest", Map.of("weekday", "someday"))).status())
                .isEqualTo(422);
        Reply changed = puts(alice, Map.of("digest", Map.of("hour", 19, "weekday", "sunday")));
        assertThat(changed.body().path("digest").toString()).isEqualTo("{\"hour\":19,\"weekday\":\"sunday\"}");
    }

    private static void likes(Person author, String text, Person reader) {
        Neighbours.know(
                "highlights",
                reader.id(),
                Map.of(
                        "best",
                        Map.of(
                                "author_id",
                                Long.toString(author.id()),
                                "text",
                                Map.of(
                                        "id",
                                        "77",
                                        "version",
                                        1,
                                        "visibility",
                                        "public",
                                        "content",
                                        "<p>" + text + "</p>",
                                        "spoiler_text",
                                        "",
                                        "muted",
                                        false))));
    }

    private void isHeldBack(int count) {
        isHeldBack(alice, count);
    }

    private void isHeldBack(Person person, int count) {
        world.settle();
        await().until(() -> world.count("SELECT count(*) FROM delivery WHERE state = 'WAITING' AND ripe_at > now()"
                        + " AND recipient_id = " + person.id())
                == count);
    }

    private void aDayPasses() {
        passes(alice, 2);
    }

    private void aWeekPasses(Person person) {
        passes(person, 8);
    }

    private void passes(Person person, int days) {
        world.change("UPDATE delivery SET created_at = created_at - interval '" + days + " days', due_at = now()"
                + " WHERE recipient_id = " + person.id());
    }

    private static void wants(Person person, String mode, String... kinds) {
        Map<String, String> chosen = new java.util.HashMap<>();
        for (String kind : kinds) {
            chosen.put(kind, mode);
        }
        assertThat(puts(person, Map.of("kinds", chosen)).status()).isEqualTo(200);
    }

    private static String mode(Person person, String kind) {
        return person.reads(PATH).body().path("kinds").path(kind).asString();
    }

    private SentMessage onlyMail(Person person) {
        List<SentMessage> mails = world.mailOf(person);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static Reply puts(Person person, Map<String, ?> body) {
        return person.sends(MockMvcRequestBuilders.put(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body)));
    }
}
