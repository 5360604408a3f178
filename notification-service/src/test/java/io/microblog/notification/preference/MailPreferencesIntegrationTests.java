package io.microblog.notification.preference;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;

import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.event.ScheduleEvent.ScheduledPostReturned;
import io.microblog.kit.security.KeyedHash;
import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people choose to be mailed of, and when they are. */
@NotificationServiceTest
class MailPreferencesIntegrationTests {

    private static final String PATH = "/api/v1/mail/preferences";

    @Autowired
    private World world;

    @Autowired
    private UnsubscribeLinks links;

    @Value("${microblog.link-key}")
    private String linkKey;

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
    void tellsWhatHoldsBeforeAnythingIsChosen() {
        assertThat(alice.reads(PATH).content()).isEqualTo("""
                {"kinds":{"follow":"at_once","follow_request":"at_once","mention":"at_once","reply":"at_once",\
                "favourite":"never","reblog":"never","poll":"never","announcement":"at_once",\
                "appeal":"at_once"},\
                "quiet_hours":null,"digest":{"hour":8,"weekday":"monday"},"time_zone":"Europe/Madrid"}""");
    }

    @Test
    void changesWhatIsNamed() {
        Reply changed = puts(alice, Map.of("kinds", Map.of("follow", "never", "poll", "at_once")));
        assertThat(changed.status()).isEqualTo(200);
        puts(alice, Map.of("quiet_hours", Map.of("from", "22:30", "to", "07:00")));

        Reply now = alice.reads(PATH);
        assertThat(now.body().at("/kinds/follow").asString()).isEqualTo("never");
        assertThat(now.body().at("/kinds/poll").asString()).isEqualTo("at_once");
        assertThat(now.body().at("/kinds/mention").asString()).isEqualTo("at_once");
        assertThat(now.body().at("/quiet_hours/from").asString()).isEqualTo("22:30");
        assertThat(now.body().at("/quiet_hours/to").asString()).isEqualTo("07:00");
        puts(alice, Map.of("quiet_hours", Map.of("from", "", "to", "")));
        assertThat(alice.reads(PATH).body().path("quiet_hours").isNull()).isTrue();
        assertThat(bob.reads(PATH).body().at("/kinds/follow").asString()).isEqualTo("at_once");
    }

    @Test
    void namesTheFieldThatMakesNoSense() {
        assertRefused("kinds.follow", Map.of("kinds", Map.of("follow", "sometimes", "reply", "never")));
        assertRefused(
                "quiet_hours.from",
                Map.of("quiet_hours", Map.of("from", "25:00", "to", "07:00"), "kinds", Map.of("reply", "never")));
        assertRefused("quiet_hours.to", Map.of("quiet_hours", Map.of("from", "22:00")));
        assertRefused("quiet_hours.to", Map.of("quiet_hours", Map.of("from", "22:00", "to", "22:00")));

        assertThat(alice.reads(PATH).body().at("/kinds/reply").asString()).isEqualTo("at_once");
        assertThat(world.run(MockMvcRequestBuilders.get(PATH)).status()).isEqualTo(401);
    }

    @Test
    void mailsOfFavouritesBoostsAndPollsWhoeverWantsTo() {
        puts(alice, Map.of("kinds", Map.of("favourite", "at_once", "reblog", "at_once", "poll", "at_once")));
        PostDraft post = alice.writes("Tea?").publish();
        PostDraft other = carol.writes("Coffee?").publish();
        world.happens(
                post.favouritedBy(bob),
                post.boostedBy(bob),
                post.pollEnded(carol),
                other.favouritedBy(bob),
                other.pollEnded(alice));
        world.settleWithMail();

        assertThat(world.mailOf(alice))
                .extracting(SentMessage::tag)
                .containsExactlyInAnyOrder("favourite", "reblog", "poll", "poll");
        assertThat(world.mailOf(alice)).extracting(SentMessage::subject).contains("Your poll has ended");
        assertThat(world.mailOf(alice))
                .filteredOn(mail -> "favourite".equals(mail.tag()))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.textBody()).contains("> Tea?", "/@" + alice.username() + "/" + post.id()));
        assertThat(world.mailOf(carol)).isEmpty();
        assertThat(world.deliveriesTo(carol)).isEmpty();
    }

    @Test
    void holdsNewsBackInQuietHoursAndTellsThemTogetherAfterwards() {
        quietens(alice);
        carol.follows(alice);
        bob.follows(alice);
        bob.writes("Hello").to(alice).publish();
        world.happens(new ScheduledPostReturned(alice.id(), 7));
        world.settle();
        await().until(() -> world.count("SELECT count(*) FROM delivery WHERE state = 'WAITING' AND attempts = 0"
                        + " AND ripe_at > now() AND recipient_id = " + alice.id())
                == 4);
        assertThat(world.mailOf(alice)).isEmpty();
        // Older than any mail is worth sending, had it not been held back.
        world.change("UPDATE delivery SET created_at = now() - interval '25 hours' WHERE recipient_id = " + alice.id());
        puts(alice, Map.of("quiet_hours", Map.of("from", "", "to", "")));
        world.settleWithMail();

        assertThat(world.mailOf(alice))
                .extracting(SentMessage::tag)
                .containsExactlyInAnyOrder("follow", "mention", "returned_post");
        assertThat(world.deliveriesTo(alice)).containsOnly("SENT").hasSize(4);
        assertThat(world.mailOf(alice))
                .filteredOn(mail -> "follow".equals(mail.tag()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("New followers: 2");
                    assertThat(mail.textBody())
                            .contains("/@" + bob.username(), "/@" + carol.username(), "/notifications");
                });
    }

    @Test
    void sendsWhatConcernsTheAccountInQuietHours() {
        quietens(alice);
        world.isSanctioned(alice.id(), alice.email(), "none", "Mind your words");
        world.settleWithMail();

        assertThat(world.mailOf(alice)).extracting(SentMessage::tag).containsExactly("warning");
    }

    @Test
    void tellsNothingThatIsReadOrOverOrBySomebodySilenced() {
        Person dave = world.newcomer("dave");
        Person eve = world.newcomer("eve");
        quietens(alice);
        carol.follows(alice);
        PostDraft gone = bob.writes("Oops").to(alice).publish();
        world.settle();
        String newest = alice.notifications().ids().getFirst();
        alice.posts("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", newest)));
        bob.follows(alice);
        dave.follows(alice);
        PostDraft kept = bob.writes("Hello").to(alice).publish();
        eve.writes("Hello").to(alice).publish();
        world.settle();
        gone.delete();
        world.happens(new UserMuted(world.towards(alice, eve, null, false, true)));
        world.happens(new UserBlocked(world.towards(alice, dave, null, true, false)));
        world.settle();
        puts(alice, Map.of("quiet_hours", Map.of("from", "", "to", "")));
        world.settleWithMail();

        assertThat(world.mailOf(alice)).extracting(SentMessage::tag).containsExactlyInAnyOrder("follow", "mention");
        assertThat(world.mailOf(alice))
                .extracting(SentMessage::textBody)
                .anySatisfy(text -> assertThat(text).contains("/" + kept.id()));
        assertThat(world.mailOf(alice))
                .extracting(SentMessage::subject)
                .allSatisfy(subject -> assertThat(subject).contains(bob.username()));
    }

    @Test
    void choosesOnThePageBehindAMailWithoutSigningIn() {
        String token = token(MailKind.MENTION);
        String page = "/api/v1/mail/choices?token=" + token;
        Reply shown = world.run(MockMvcRequestBuilders.get(URI.create(page)));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.content())
                .contains("name=\"kinds[follow_request]\"", "the clock in Europe/Madrid", "type=\"time\"");
        assertThat(shown.response().getHeader("Cache-Control")).isEqualTo("no-store");
        world.run(MockMvcRequestBuilders.head(URI.create(page)));
        assertThat(world.count("SELECT count(*) FROM mail_choice WHERE account_id = " + alice.id()))
                .isZero();
        Reply saved = chooses(token, "kinds[reply]", "never", "quiet_hours[from]", "23:00", "quiet_hours[to]", "06:00");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.content()).contains("Saved.", "value=\"23:00\"");
        assertThat(alice.reads(PATH).body().at("/kinds/reply").asString()).isEqualTo("never");

        Reply refused = chooses(token, "kinds[reply]", "at_once", "quiet_hours[from]", "23:00", "quiet_hours[to]", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.content()).contains("Not saved");
        assertThat(alice.reads(PATH).body().at("/kinds/reply").asString()).isEqualTo("never");
        assertThat(chooses(token + "x", "kinds[reply]", "at_once").status()).isEqualTo(404);
        assertThat(world.run(MockMvcRequestBuilders.get("/api/v1/mail/choices")).status())
                .isEqualTo(404);
    }

    @Test
    void stopsAllThatALinkFromEarlierMeant() {
        String payload = alice.id() + ".follow";
        KeyedHash key = KeyedHash.of(linkKey, "").derive("notification-service/unsubscribe/1");
        String follow = "/api/v1/mail/unsubscribe?token=" + payload + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key.hash(payload));
        world.run(MockMvcRequestBuilders.post(URI.create(follow)));
        assertThat(alice.reads(PATH).body().at("/kinds/follow_request").asString())
                .isEqualTo("never");
        world.run(MockMvcRequestBuilders.post(URI.create(links.of(bob.id(), MailKind.FOLLOW))));
        assertThat(bob.reads(PATH).body().at("/kinds/follow").asString()).isEqualTo("never");
        assertThat(bob.reads(PATH).body().at("/kinds/follow_request").asString())
                .isEqualTo("at_once");
    }

    /** Until the end of the hour after the next, wherever the hands stand. */
    private void quietens(Person person) {
        LocalTime now = LocalTime.now(ZoneId.of("Europe/Madrid"));
        Reply reply = puts(
                person,
                Map.of(
                        "quiet_hours",
                        Map.of(
                                "from", now.minusHours(1).withNano(0).toString(),
                                "to", now.plusHours(2).withNano(0).toString())));
        assertThat(reply.status()).as(reply.content()).isEqualTo(200);
    }

    private void assertRefused(String field, Map<String, ?> body) {
        Reply reply = puts(alice, body);
        assertThat(reply.status()).as(field).isEqualTo(422);
        assertThat(reply.body().path("details").propertyNames()).as(field).containsExactly(field);
    }

    private Reply chooses(String token, String... values) {
        var request = MockMvcRequestBuilders.post("/api/v1/mail/choices")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("token", token);
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return world.run(request);
    }

    private String token(MailKind kind) {
        String link = links.of(alice.id(), kind);
        return link.substring(link.indexOf('=') + 1);
    }

    private static Reply puts(Person person, Map<String, ?> body) {
        return person.sends(MockMvcRequestBuilders.put(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body)));
    }
}
