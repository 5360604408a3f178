package io.microblog.notification.push;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.http.Fault.Kind;
import io.microblog.local.sandbox.push.PushSandbox;
import io.microblog.local.sandbox.push.PushedMessage;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.PushServiceStandIn;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@NotificationServiceTest
class PushIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired
    private World world;

    private final PushSandbox pushes = PushServiceStandIn.get();
    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice", "Alicia", "en");
        bob = world.newcomer("bob", "Bob", "en");
    }

    @AfterEach
    void heal() {
        pushes.heal();
    }

    // The subscription.

    @Test
    void isToldAsTheApiTellsIt() {
        var device = new Subscribed(alice);

        JsonNode made = device.subscribe("followed", "mention", "admin.sign_up").body();

        assertThat(made.path("id").asString()).matches("\\d+");
        assertThat(made.path("endpoint").asString())
                .isEqualTo(device.subscription().endpoint());
        assertThat(made.path("standard").asBoolean()).isTrue();
        assertThat(made.path("policy").asString()).isEqualTo("followed");
        assertThat(made.path("alerts").path("mention").asBoolean()).isTrue();
        assertThat(made.path("alerts").path("admin.sign_up").asBoolean()).isTrue();
        assertThat(made.path("alerts").path("follow").asBoolean(true)).isFalse();
        assertThat(made.path("server_key").asString()).matches("B[A-Za-z0-9_-]{86}=");
        assertThat(device.reads().body()).isEqualTo(made);
    }

    /** Forms, brackets and all, as older clients send them; they speak the draft unless they say otherwise. */
    @Test
    void isTakenFromForms() {
        var device = new Subscribed(alice);
        String token = TestTokens.with(claims ->
                claims.subject(Long.toString(alice.id())).claim("scope", "push").claim("sid", device.sid()));

        JsonNode made = world.run(MockMvcRequestBuilders.post("/api/v1/push/subscription")
                        .header("Authorization", "Bearer " + token)
                        .param("subscription[endpoint]", device.subscription().endpoint())
                        .param(
                                "subscription[keys][p256dh]",
                                device.subscription().keys().p256dh())
                        .param(
                                "subscription[keys][auth]",
                                device.subscription().keys().auth())
                        .param("data[alerts][admin.report]", "1")
                        .param("data[alerts][mention]", "true")
                        .param("data[alerts][poll]", "0"))
                .body();

        assertThat(made.path("standard").asBoolean(true)).isFalse();
        assertThat(made.path("policy").asString()).isEqualTo("all");
        assertThat(made.path("alerts").path("mention").asBoolean()).isTrue();
        assertThat(made.path("alerts").path("admin.report").asBoolean()).isTrue();
        assertThat(made.path("alerts").path("poll").asBoolean(true)).isFalse();
    }

    @Test
    void isChangedAndEnded() {
        var device = new Subscribed(alice).to("mention");

        JsonNode changed = device.changes("follower", "follow").body();

        assertThat(changed.path("alerts").path("mention").asBoolean(true)).isFalse();
        assertThat(changed.path("alerts").path("follow").asBoolean()).isTrue();
        assertThat(changed.path("policy").asString()).isEqualTo("follower");
        assertThat(device.ends().content()).isEqualTo("{}");
        assertThat(device.ends().status()).isEqualTo(200);
        assertThat(device.reads().status()).isEqualTo(404);
        assertThat(device.changes("all", "follow").status()).isEqualTo(404);
    }

    @Test
    void belongsToOneTokenAndReplacesTheOneBefore() {
        var device = new Subscribed(alice).to("mention");
        String first = device.reads().body().path("id").asString();
        device.to("follow");

        assertThat(device.reads().body().path("id").asString()).isNotEqualTo(first);
        assertThat(new Subscribed(alice).reads().status()).isEqualTo(404);
        assertThat(world.count("SELECT count(*) FROM push_subscription WHERE account_id = " + alice.id()))
                .isEqualTo(1);
    }

    @Test
    void keepsTheNewestOfAPerson() {
        List<Subscribed> devices = List.of(
                new Subscribed(alice).to("mention"),
                new Subscribed(alice).to("mention"),
                new Subscribed(alice).to("mention"),
                new Subscribed(alice).to("mention"));

        assertThat(devices.getFirst().reads().status()).isEqualTo(404);
        assertThat(devices.get(1).reads().status()).isEqualTo(200);
        assertThat(devices.getLast().reads().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "http://push.example/a",
                "https://127.0.0.1/a",
                "https://[::1]/a",
                "https://10.0.0.1/a",
                "https://169.254.169.254/latest/meta-data",
                "https://localhost/a",
                "https://push.example:8443/a",
                "https://user@push.example/a",
                "ftp://push.example/a"
            })
    void wantsAPublicEndpoint(String endpoint) {
        Reply reply = new Subscribed(alice).subscribe(Map.of("endpoint", endpoint));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("details").path("subscription.endpoint")).isNotEmpty();
    }

    @Test
    void takesThePublicEndpointsThatThereAre() {
        assertThat(new Subscribed(alice)
                        .subscribe(Map.of("endpoint", "https://updates.push.services.mozilla.com/wpush/v2/gAAA"))
                        .status())
                .isEqualTo(200);
        assertThat(new Subscribed(alice)
                        .subscribe(Map.of("endpoint", "https://fcm.googleapis.com/fcm/send/fiuH06a27qE:APA91"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesEachFieldThatIsWrong() {
        Reply reply = new Subscribed(alice).subscribe(Map.of("keys", Map.of("p256dh", "BA", "auth", "short")));
        JsonNode nothing =
                new Subscribed(alice).calls(HttpMethod.POST, Map.of()).body();

        assertThat(reply.body().path("details").propertyNames())
                .containsExactly("subscription.keys.p256dh", "subscription.keys.auth");
        assertThat(nothing.path("details").propertyNames())
                .containsExactly("subscription.endpoint", "subscription.keys.p256dh", "subscription.keys.auth");
        assertThat(new Subscribed(alice)
                        .subscribe("everybody", "mention")
                        .body()
                        .path("details")
                        .propertyNames())
                .containsExactly("data.policy");
    }

    @Test
    void isForPeopleWithTheScope() {
        assertThat(new Subscribed(alice).withScope("read write follow").reads().status())
                .isEqualTo(403);
        assertThat(world.run(MockMvcRequestBuilders.get("/api/v1/push/subscription"))
                        .status())
                .isEqualTo(401);
        assertThat(world.run(MockMvcRequestBuilders.get("/api/v1/push/subscription")
                                .header("Authorization", "Bearer " + TestTokens.forApp("app", "push")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void tellsUserServiceAloneTheKey() {
        String made = new Subscribed(alice)
                .subscribe("all", "mention")
                .body()
                .path("server_key")
                .asString();

        Reply told = key("user-service");

        assertThat(told.body().path("public_key").asString()).isEqualTo(made);
        assertThat(key("post-service").status()).isEqualTo(403);
    }

    // What is sent.

    @Test
    void carriesWhatClientsShow() {
        var device = new Subscribed(alice).to("mention");

        PostDraft post = bob.writes("Hello &amp; <b>good</b> morning").to(alice).publish();

        PushedMessage message = first(device);
        JsonNode payload = device.payloads().getFirst();
        assertThat(payload.propertyNames())
                .containsExactlyInAnyOrder(
                        "access_token",
                        "preferred_locale",
                        "notification_id",
                        "notification_type",
                        "icon",
                        "title",
                        "body",
                        "url");
        assertThat(payload.path("access_token").asString()).isEmpty();
        assertThat(payload.path("preferred_locale").asString()).isEqualTo("en");
        assertThat(payload.path("notification_id").isNumber()).isTrue();
        assertThat(payload.path("notification_id").asString())
                .isEqualTo(alice.notifications().ids().getFirst());
        assertThat(payload.path("notification_type").asString()).isEqualTo("mention");
        assertThat(payload.path("title").asString()).isEqualTo("Bob mentioned you");
        assertThat(payload.path("body").asString()).isEqualTo("Hello & good morning");
        assertThat(payload.path("icon").asString()).isEqualTo("https://blog.example/avatars/bob.png");
        assertThat(payload.path("url").asString())
                .isEqualTo("http://localhost:8080/@" + bob.username() + "/" + post.id());
        assertThat(message.encoding()).isEqualTo("aes128gcm");
        assertThat(message.contact()).isEqualTo("mailto:tests@example.org");
        assertThat(message.urgency()).isEqualTo("normal");
        assertThat(message.topic()).isEqualTo(payload.path("notification_id").asString());
        assertThat(message.timeToLive()).isEqualTo(Duration.ofDays(2).toSeconds());
    }

    @Test
    void speaksTheDraftToThoseWhoWantIt() {
        var device = new Subscribed(alice).ofOld().to("follow");

        bob.follows(alice);

        assertThat(first(device).encoding()).isEqualTo("aesgcm");
        assertThat(device.titles()).containsExactly("Bob followed you");
        assertThat(device.payloads().getFirst().path("body").asString()).isEqualTo("I am bob");
    }

    @Test
    void speaksTheLanguageOfEach() {
        Person ana = world.newcomer("ana", "Ana", "es");
        Person amal = world.newcomer("amal", "Amal", "ar");
        var spanish = new Subscribed(ana).to("mention");
        var arabic = new Subscribed(amal).to("mention");

        bob.writes("¡Hola!").to(ana, amal).publish();

        first(spanish);
        first(arabic);
        assertThat(spanish.titles()).containsExactly("Bob te ha mencionado");
        assertThat(arabic.titles()).containsExactly("أشار إليك \u2068Bob\u2069");
        assertThat(arabic.payloads().getFirst().path("preferred_locale").asString())
                .isEqualTo("ar");
    }

    @Test
    void keepsWhatIsBehindAWarningThere() {
        var device = new Subscribed(alice).to("mention");

        bob.writes("The end of the film").behind("Spoiler").to(alice).publish();

        first(device);
        assertThat(device.payloads().getFirst().path("body").asString()).isEqualTo("Spoiler");
    }

    @Test
    void reachesEachDeviceOnceHoweverOftenTheEventComes() {
        var phone = new Subscribed(alice).to("mention", "favourite");
        var laptop = new Subscribed(alice).to("mention");
        PostDraft own = alice.writes("Mine").publish();
        PostDraft post = bob.writes("Hello").to(alice);
        var event = post.created();

        world.happens(event, event);
        world.happens(own.favouritedBy(bob));
        world.settle();
        nothingIsOwed();

        assertThat(phone.titles()).containsExactlyInAnyOrder("Bob mentioned you", "Bob favourited your post");
        assertThat(laptop.titles()).containsExactly("Bob mentioned you");
    }

    @Test
    void tellsOnesOwnPollFromOthers() {
        var hers = new Subscribed(alice).to("poll");
        var his = new Subscribed(bob).to("poll");
        PostDraft post = alice.writes("Which?").publish();

        world.happens(post.pollEnded(bob));

        first(hers);
        first(his);
        assertThat(hers.titles()).containsExactly("Your poll has ended");
        assertThat(his.titles()).containsExactly("A poll that you voted in has ended");
    }

    @Test
    void hearsOfThoseWhomThePolicyNames() {
        Person carol = world.newcomer("carol", "Carol", "en");
        var ofFollowed = new Subscribed(alice);
        var ofFollowers = new Subscribed(alice);
        var ofNobody = new Subscribed(alice);
        ofFollowed.subscribe("followed", "mention");
        ofFollowers.subscribe("follower", "mention");
        ofNobody.subscribe("none", "mention");
        alice.follows(bob);
        carol.follows(alice);
        world.settle();

        bob.writes("From whom she follows").to(alice).publish();
        carol.writes("From who follows her").to(alice).publish();
        world.newcomer("dave").writes("From a stranger").to(alice).publish();
        world.settle();
        nothingIsOwed();

        assertThat(ofFollowed.titles()).containsExactly("Bob mentioned you");
        assertThat(ofFollowers.titles()).containsExactly("Carol mentioned you");
        assertThat(ofNobody.messages()).isEmpty();
    }

    // What is not sent.

    @Test
    void saysNothingOfWhatTheInboxSetsApartOrDoesNotHave() {
        var device = new Subscribed(alice).to("mention");
        alice.patches("/api/v2/notifications/policy", Map.of("for_not_following", "filter"));

        bob.writes("Set apart").to(alice).publish();
        world.happens(new UserBlocked(world.towards(alice, bob, null, true, false)));
        world.settle();
        bob.writes("Blocked").to(alice).publish();
        world.settle();
        nothingIsOwed();

        assertThat(device.messages()).isEmpty();
    }

    @Test
    void saysNothingOfMutedThreads() {
        var device = new Subscribed(alice).to("mention");
        PostDraft thread = bob.writes("A thread").publish();
        world.mutesThread(alice, thread.id(), true);
        world.settle();

        bob.writes("More").answering(thread).to(alice).publish();
        world.settle();
        nothingIsOwed();

        assertThat(device.messages()).isEmpty();
    }

    @Test
    void saysNothingOfWhatAFilterHides() {
        var device = new Subscribed(alice).to("mention");
        PostDraft hidden = bob.writes("Football").to(alice);
        PostDraft warned = bob.writes("Tennis").to(alice);
        var events = List.of(hidden.created(), warned.created());
        filtered(hidden, "hide", "notifications");
        filtered(warned, "warn", "notifications");

        events.forEach(world::happens);
        world.settle();
        nothingIsOwed();

        assertThat(device.payloads())
                .extracting(payload -> payload.path("body").asString())
                .containsExactly("Tennis");
    }

    @Test
    void saysNothingOfAPostThatSheMayNotSeeOrThatIsGone() {
        var device = new Subscribed(alice).to("mention");
        PostDraft hidden = bob.writes("For others").to(alice);
        Neighbours.hide(hidden.id(), alice.id());

        hidden.publish();
        world.settle();
        nothingIsOwed();

        assertThat(device.messages()).isEmpty();
    }

    /** As many as are taken up together. */
    @Test
    void asksOnceForMany() {
        List<Person> readers = IntStream.range(0, 8)
                .mapToObj(number -> world.newcomer("reader"))
                .toList();
        readers.forEach(reader -> world.happens(world.followWithBell(reader, bob, null)));
        world.settle();
        List<Subscribed> devices = readers.stream()
                .map(reader -> new Subscribed(reader).to("status"))
                .toList();
        int before = Neighbours.calls("statuses/shown").size();

        PostDraft post = bob.writes("News").publish();

        devices.forEach(device -> assertThat(first(device).text()).contains(Long.toString(post.id())));
        assertThat(Neighbours.calls("statuses/shown").size() - before).isLessThan(devices.size());
    }

    // When it fails.

    @Test
    void triesAgainUntilItIsTaken() {
        var device = new Subscribed(alice).to("mention");
        pushes.fail(Fault.of(Kind.STATUS_500)
                .times(2)
                .matching(device.subscription().id()));

        bob.writes("Hello").to(alice).publish();

        first(device);
        nothingIsOwed();
        assertThat(device.messages()).hasSize(1);
    }

    @Test
    void waitsAsLongAsItIsToldTo() {
        var device = new Subscribed(alice).to("mention");
        pushes.fail(Fault.status429(Duration.ofSeconds(2))
                .times(1)
                .matching(device.subscription().id()));
        Instant begun = Instant.now();

        bob.writes("Hello").to(alice).publish();

        assertThat(first(device).receivedAt()).isAfterOrEqualTo(begun.plusSeconds(2));
    }

    @Test
    void waitsForThoseWhoKnowWhatItIsAbout() {
        var device = new Subscribed(alice).to("mention");
        Neighbours.whileDown("post-service", () -> {
            bob.writes("Hello").to(alice).publish();
            world.settle();
            assertThat(device.messages()).isEmpty();
        });

        first(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS_404", "STATUS_410"})
    void forgetsSubscriptionsThatAreGone(Kind kind) {
        var device = new Subscribed(alice).to("mention");
        var other = new Subscribed(alice).to("mention");
        pushes.fail(Fault.of(kind).times(1).matching(device.subscription().id()));

        bob.writes("Hello").to(alice).publish();

        first(other);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(device.reads().status()).isEqualTo(404));
        assertThat(other.reads().status()).isEqualTo(200);
    }

    @Test
    void forgetsABrowserThatUnsubscribed() {
        var device = new Subscribed(alice).to("mention");
        device.leaves();

        bob.writes("Hello").to(alice).publish();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(device.reads().status()).isEqualTo(404));
    }

    @Test
    void saysLessWhereThatIsTooMuch() {
        var device = new Subscribed(alice).to("mention");
        pushes.fail(Fault.of(Kind.STATUS_413)
                .times(1)
                .matching(device.subscription().id()));

        bob.writes("Hello").to(alice).publish();

        first(device);
        assertThat(device.payloads().getFirst().path("title").asString()).isEqualTo("Bob mentioned you");
        assertThat(device.payloads().getFirst().path("body").asString()).isEmpty();
    }

    @Test
    void givesUpWhatIsTooMuchEvenThen() {
        var device = new Subscribed(alice).to("mention");
        pushes.fail(Fault.of(Kind.STATUS_413)
                .times(2)
                .matching(device.subscription().id()));

        bob.writes("Hello").to(alice).publish();
        world.settle();
        nothingIsOwed();

        assertThat(device.messages()).isEmpty();
        assertThat(device.reads().status()).isEqualTo(200);
    }

    /** The answer is lost, so it is sent once more, as the same one: with the topic of the first. */
    @Test
    void sendsAgainWhatMayBeLost() {
        var device = new Subscribed(alice).to("mention");
        pushes.fail(Fault.lostReply().times(1).matching(device.subscription().id()));

        bob.writes("Hello").to(alice).publish();

        await().atMost(SOON).until(() -> device.messages().size() == 2);
        assertThat(device.messages()).extracting(PushedMessage::topic).doesNotContainNull();
        assertThat(device.messages().stream().map(PushedMessage::topic).distinct())
                .hasSize(1);
        nothingIsOwed();
    }

    @Test
    void letsPushesThatHangDelayNoOther() {
        var slow = new Subscribed(alice).to("mention");
        var quick = new Subscribed(bob).to("mention");
        pushes.fail(Fault.timeout().matching(slow.subscription().id()));
        Person carol = world.newcomer("carol");

        for (int i = 0; i < 3; i++) {
            carol.writes("Number " + i).to(alice).publish();
        }
        carol.writes("Quick").to(bob).publish();

        first(quick);
        assertThat(slow.messages()).isEmpty();
        pushes.heal();
        await().atMost(SOON).until(() -> slow.messages().size() >= 3);
    }

    // When it ends.

    @Test
    void endsWithItsSession() {
        var ended = new Subscribed(alice).to("mention");
        var stays = new Subscribed(alice).to("mention");

        world.happens(new SessionsRevoked(alice.id(), ended.sid(), Instant.now()));
        world.settle();
        bob.writes("Hello").to(alice).publish();
        first(stays);
        nothingIsOwed();

        assertThat(ended.messages()).isEmpty();
        assertThat(ended.reads().status()).isEqualTo(404);
    }

    @Test
    void endsWithAllSessionsOfAnAccount() {
        var hers = new Subscribed(alice).to("mention");
        var his = new Subscribed(bob).to("mention");

        world.happens(new SessionsRevoked(alice.id(), null, Instant.now()));
        world.settle();

        assertThat(hers.reads().status()).isEqualTo(404);
        assertThat(his.reads().status()).isEqualTo(200);
    }

    @Test
    void endsWithTheAccount() {
        var hers = new Subscribed(alice).to("mention");

        world.suspend(alice);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(hers.reads().status()).isEqualTo(404));
    }

    @Test
    void doesNotBeginWithWhatHasJustEnded() {
        var device = new Subscribed(alice).to("mention");
        // As late as the token of a request that is on its way.
        world.happens(
                new SessionsRevoked(alice.id(), device.sid(), Instant.now().plusSeconds(60)));
        world.settle();

        assertThat(device.subscribe("all", "mention").status()).isEqualTo(401);
        assertThat(new Subscribed(alice).subscribe("all", "mention").status()).isEqualTo(200);
    }

    private PushedMessage first(Subscribed device) {
        await().atMost(SOON).until(() -> !device.messages().isEmpty());
        return device.messages().getLast();
    }

    private void nothingIsOwed() {
        await().atMost(SOON).until(() -> world.count("SELECT count(*) FROM push") == 0);
    }

    private Reply key(String service) {
        return world.run(MockMvcRequestBuilders.get("/internal/push/key")
                .header("Authorization", "Bearer " + TestTokens.forService(service, "notification-service")));
    }

    /** From now on post-service says that a filter of the reader's matches the post. */
    private static void filtered(PostDraft post, String action, String context) {
        Neighbours.change(
                "statuses",
                post.id(),
                "filtered",
                List.of(Map.of("filter", Map.of("filter_action", action, "context", List.of(context)))));
    }
}
