package io.microblog.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.ScheduleEvent.HeldPostReleased;
import io.microblog.event.ScheduleEvent.ScheduledPostReturned;
import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From events to mails, through Postmark's sandbox. */
@NotificationServiceTest
class MailIntegrationTests {

    @Autowired
    private World world;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
    }

    @Test
    void mailsOfANewFollower() {
        bob.follows(alice);
        world.settleWithMail();

        SentMessage mail = onlyMail(alice);
        assertThat(mail.subject()).isEqualTo("BOB (@" + bob.username() + ") followed you");
        assertThat(mail.from().email()).isEqualTo("notifications@localhost");
        assertThat(mail.from().name()).isEqualTo("Microblog");
        assertThat(mail.tag()).isEqualTo("follow");
        assertThat(mail.metadata()).containsOnlyKeys("delivery", "batch");
        assertThat(mail.textBody()).contains("Hello ALICE,", "http://localhost:8080/@" + bob.username());
        assertThat(mail.htmlBody()).contains("http://localhost:8080/@" + bob.username());
        assertThat(world.mailOf(bob)).isEmpty();
        assertThat(world.deliveriesTo(alice)).containsExactly("SENT");
    }

    @Test
    void offersToStopSuchMailsByOneClick() {
        bob.follows(alice);
        world.settleWithMail();

        SentMessage mail = onlyMail(alice);
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String link = header(mail, "List-Unsubscribe");
        assertThat(link).startsWith("<http://localhost:8080/api/v1/mail/unsubscribe?token=" + alice.id() + ".follow.");
        assertThat(mail.textBody()).contains(link.substring(1, link.length() - 1));
    }

    @Test
    void tellsMailProgramsWhatBelongsTogether() {
        PostDraft first = alice.writes("I think so").publish();
        bob.follows(alice);
        bob.writes("I think so, too").answering(first).publish();
        bob.writes("Do you not?").answering(first).publish();
        world.settleWithMail();

        List<SentMessage> answers = world.mailOf(alice).stream()
                .filter(mail -> "reply".equals(mail.tag()))
                .toList();
        assertThat(answers).hasSize(2).allSatisfy(mail -> {
            assertThat(header(mail, "References")).isEqualTo("<thread-" + first.id() + "@localhost>");
            assertThat(header(mail, "In-Reply-To")).isEqualTo(header(mail, "References"));
            assertThat(header(mail, "List-Id")).isEqualTo("<reply.localhost>");
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        });
        assertThat(world.mailOf(alice))
                .filteredOn(mail -> "follow".equals(mail.tag()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(header(mail, "List-Id")).isEqualTo("<follow.localhost>");
                    assertThat(mail.headers())
                            .extracting(SentMessage.Header::name)
                            .doesNotContain("References");
                });
    }

    @Test
    void mailsOfAnAnswerOnceThoughItMentionsToo() {
        PostDraft answer =
                bob.writes("I think so, too").answering(alice).to(alice).publish();
        world.settleWithMail();

        SentMessage mail = onlyMail(alice);
        assertThat(mail.subject()).isEqualTo("BOB (@" + bob.username() + ") answered you");
        assertThat(mail.tag()).isEqualTo("reply");
        assertThat(mail.textBody()).contains("> I think so, too", "/@" + bob.username() + "/" + answer.id());
    }

    @Test
    void mailsOfAMentionInTheReadersLanguage() {
        Person ana = world.newcomer("ana", "es-AR");
        bob.writes("Buenos días").to(ana).publish();
        world.settleWithMail();

        SentMessage mail = onlyMail(ana);
        assertThat(mail.subject()).isEqualTo("BOB (@" + bob.username() + ") te ha mencionado");
        assertThat(mail.textBody()).contains("Hola, ANA:", "> Buenos días", "Leer la publicación");
        assertThat(mail.htmlBody()).contains("lang=\"es\"");
    }

    @Test
    void mailsOnceHoweverOftenAnEventIsDelivered() {
        UUID id = UUID.randomUUID();
        var followed = world.follow(bob, alice);
        var created = bob.writes("Hello").to(alice).created();
        for (int i = 0; i < 3; i++) {
            world.happens(id, Instant.now(), followed);
            world.happens(created);
        }
        world.settleWithMail();
        world.happens(id, Instant.now(), followed);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).extracting(SentMessage::tag).containsExactlyInAnyOrder("follow", "mention");
    }

    @Test
    void mailsOnceOfAPostThatCouldNotBePublished() {
        Person ana = world.newcomer("ana", "es-AR");
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            world.happens(id, Instant.now(), new ScheduledPostReturned(ana.id(), 7));
        }
        world.happens(
                UUID.randomUUID(), Instant.now().minus(Duration.ofDays(2)), new ScheduledPostReturned(bob.id(), 8));
        world.settleWithMail();

        SentMessage mail = onlyMail(ana);
        assertThat(mail.subject()).isEqualTo("Tu publicación no se ha publicado");
        assertThat(mail.tag()).isEqualTo("returned_post");
        assertThat(mail.textBody())
                .contains("Hola, ANA:", "http://localhost:8080/drafts")
                .doesNotContain("unsubscribe");
        assertThat(world.mailOf(bob)).isEmpty();
    }

    @Test
    void mailsOfAPostThatAModeratorReleased() {
        Person ana = world.newcomer("ana", "en");
        long post = ana.writes("At last").publish().id();
        PostDraft gone = ana.writes("Not for long").publish();
        gone.delete();
        world.happens(new HeldPostReleased(ana.id(), post));
        world.happens(new HeldPostReleased(ana.id(), gone.id()));
        world.settleWithMail();

        SentMessage mail = onlyMail(ana);
        assertThat(mail.subject()).isEqualTo("Your post is published");
        assertThat(mail.tag()).isEqualTo("released_post");
        assertThat(mail.textBody())
                .contains("http://localhost:8080/@%s/%d".formatted(ana.username(), post))
                .doesNotContain("unsubscribe");
    }

    @Test
    void sendsTheConfirmationMail() {
        long account = world.newId();
        String link = "http://localhost:8080/auth/confirmation?confirmation_token=abc&x=1";
        world.signsUp(account, "new." + account + "@example.org", "en", link);
        world.settleWithMail();

        SentMessage mail = onlyMail("new." + account + "@example.org");
        assertThat(mail.subject()).isEqualTo("Confirm your e-mail address");
        assertThat(mail.links()).startsWith(link);
        assertThat(mail.htmlBody()).contains("confirmation_token=abc&amp;x=1");
        assertThat(mail.headers()).extracting(SentMessage.Header::name).doesNotContain("List-Unsubscribe");
    }

    @Test
    void sendsTheConfirmationMailInSpanish() {
        long account = world.newId();
        world.signsUp(
                account, "nueva." + account + "@example.org", "es", "http://localhost:8080/auth/confirmation?t=1");
        world.settleWithMail();

        SentMessage mail = onlyMail("nueva." + account + "@example.org");
        assertThat(mail.subject()).isEqualTo("Confirma tu dirección de correo");
        assertThat(mail.textBody()).contains("Hola, @newbie:", "¡Te damos la bienvenida a Microblog!");
    }

    @Test
    void tellsWhatModeratorsDecided() {
        long account = world.newId();
        String address = "troll." + account + "@example.org";
        world.isSanctioned(account, address, "suspend", "No <b>spam</b> here");
        world.settleWithMail();

        SentMessage mail = onlyMail(address);
        assertThat(mail.subject()).isEqualTo("Your account was suspended");
        assertThat(mail.textBody()).contains("No <b>spam</b> here");
        assertThat(mail.htmlBody()).contains("No &lt;b&gt;spam&lt;/b&gt; here");
    }

    @Test
    void neverSendsAConfirmationLinkThatLeadsElsewhere() {
        long account = world.newId();
        String address = "lured." + account + "@example.org";
        UUID event = world.signsUp(account, address, "en", "http://localhost:8080.evil.example/x");
        world.settle();
        await().until(() -> world.count("SELECT attempts FROM delivery WHERE event_id = '" + event + "'") > 1);

        assertThat(MailSandbox.get().messagesTo(address)).isEmpty();
        Neighbours.forget("security-mails", event);
        world.settleWithMail();
        assertThat(MailSandbox.get().messagesTo(address)).isEmpty();
    }

    @Test
    void mailsNothingOfAPostThatTheReaderMayNotSee() {
        PostDraft post = bob.writes("Not for Alice");
        Neighbours.hide(post.id(), alice.id());
        post.to(alice).publish();
        world.settleWithMail();

        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(world.deliveriesTo(alice)).containsExactly("SKIPPED");
    }

    @Test
    void mailsNothingOfAThreadThatTheReaderHasMuted() {
        PostDraft post = bob.writes("And another thing").to(alice);
        PostCreated created = post.created();
        Neighbours.know(
                "statuses",
                post.id(),
                Map.of(
                        "id",
                        Long.toString(post.id()),
                        "version",
                        1,
                        "visibility",
                        "public",
                        "content",
                        "<p>And another thing</p>",
                        "spoiler_text",
                        "",
                        "muted",
                        true));
        world.happens(created);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(world.deliveriesTo(alice)).containsExactly("SKIPPED");
    }

    @Test
    void asksEachSourceOnceForAllMailsOfABatch() {
        List<Person> readers = IntStream.range(0, 10)
                .mapToObj(number -> world.newcomer("reader" + number))
                .toList();
        int texts = Neighbours.calls("post-service /internal/statuses/texts").size();
        int contacts = Neighbours.calls("user-service /internal/contacts").size();

        bob.writes("All of you").to(readers.toArray(Person[]::new)).publish();
        world.settleWithMail();

        assertThat(readers)
                .allSatisfy(reader -> assertThat(onlyMail(reader).textBody()).contains("> All of you"));
        assertThat(Neighbours.calls("post-service /internal/statuses/texts")).hasSize(texts + 1);
        assertThat(Neighbours.calls("user-service /internal/contacts")).hasSize(contacts + 1);
    }

    @Test
    void quotesTheWarningInsteadOfTheText() {
        bob.writes("The butler did it").to(alice).behind("Spoiler").publish();
        world.settleWithMail();

        SentMessage mail = onlyMail(alice);
        assertThat(mail.textBody()).contains("(Content warning: Spoiler)").doesNotContain("butler");
        assertThat(mail.htmlBody()).doesNotContain("butler");
    }

    @Test
    void asksForAPersonWhoseEventIsLate() {
        Person late = world.stranger("late", "Late Riser", "en");
        late.follows(alice);
        world.settleWithMail();

        assertThat(onlyMail(alice).subject()).startsWith("Late Riser (@");
    }

    @Test
    void mailsNothingAboutASuspendedPerson() {
        world.suspend(bob);
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.deliveriesTo(alice)).containsExactly("SKIPPED");
    }

    @Test
    void mailsNobodyWithoutAnAddress() {
        Neighbours.forget("contacts", alice.id());
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.deliveriesTo(alice)).containsExactly("SKIPPED");
    }

    @Test
    void takesWhatPeopleWroteLiterally() {
        Person eve = world.newcomer("eve", "<b>x</b>\r\nBcc: a@b.c ${7*7}", "en");
        eve.writes("&lt;script&gt;alert(1)&lt;/script&gt; [[${7*7}]]").to(alice).publish();
        world.settleWithMail();

        SentMessage mail = onlyMail(alice);
        assertThat(mail.subject()).startsWith("<b>x</b> Bcc: a@b.c ${7*7} (@");
        assertThat(mail.recipients()).hasSize(1);
        assertThat(mail.headers()).extracting(SentMessage.Header::name).doesNotContain("Bcc");
        assertThat(mail.htmlBody()).doesNotContain("<script>", "<b>x").contains("&lt;script&gt;", "[[${7*7}]]");
        assertThat(mail.textBody()).contains("> <script>alert(1)</script> [[${7*7}]]");
    }

    @Test
    void waitsForNeighboursThatAreAway() {
        world.settle();
        Neighbours.whileDown("user-service", () -> {
            bob.follows(alice);
            world.settle();
            await().until(() -> world.count("SELECT attempts FROM delivery WHERE recipient_id = " + alice.id()) > 1);
            assertThat(world.mailOf(alice)).isEmpty();
        });
        world.settleWithMail();
        onlyMail(alice);
    }

    @Test
    void mailsOfFollowersWhilePostServiceIsAway() {
        Neighbours.whileDown("post-service", () -> {
            bob.writes("Hello").to(alice).publish();
            bob.follows(alice);
            world.settle();
            await().until(() -> world.mailOf(alice).size() == 1);
            assertThat(onlyMail(alice).tag()).isEqualTo("follow");
        });
        world.settleWithMail();
        assertThat(world.mailOf(alice)).hasSize(2);
    }

    @Test
    void stopsAtTheDailyLimitButKeepsNotifying() {
        IntStream.range(0, 33).forEach(i -> bob.writes("Again " + i).to(alice).publish());
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(30);
        assertThat(alice.reads("/api/v1/notifications?limit=80").ids()).hasSize(33);
    }

    private SentMessage onlyMail(Person person) {
        return onlyMail(person.email());
    }

    private static SentMessage onlyMail(String address) {
        List<SentMessage> mails = MailSandbox.get().messagesTo(address);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static String header(SentMessage mail, String name) {
        return mail.headers().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
