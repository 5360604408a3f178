package io.microblog.notification.stream;

import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.microblog.event.FilterEvent.FilterChanged;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@NotificationServiceTest
class StreamIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    private World world;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private NewsFeed news;

    @Autowired
    private EndFeed ends;

    @Autowired
    private Listeners listeners;

    @Value("${local.server.port}")
    private int port;

    private final List<AutoCloseable> open = new ArrayList<>();
    private int opened;
    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        world.settle();
        await().atMost(Duration.ofSeconds(30)).until(() -> news.isPlaced() && ends.isPlaced());
        Neighbours.tellsAudience(StreamIntegrationTests::everybody);
    }

    @AfterEach
    void leave() throws Exception {
        Neighbours.tellsAudience(question -> List.of());
        for (AutoCloseable client : open) {
            client.close();
        }
        await().until(() -> listeners.all().count() == 0);
    }

    @Test
    void sendsSeveralStreamsOnOneSocket() throws Exception {
        StreamClient client = connects(alice, "").subscribes("user").subscribes("public:local");
        client.sends("{\"type\":\"subscribe\",\"stream\":\"hashtag\",\"tag\":\"Trams\"}");
        subscribed(alice, 3);

        PostDraft post = bob.writes("On trams").publish();

        List<JsonNode> heard = List.of(client.hears(), client.hears(), client.hears());
        assertThat(heard)
                .extracting(one -> one.path("stream").toString())
                .containsExactlyInAnyOrder("[\"user\"]", "[\"public:local\"]", "[\"hashtag\",\"Trams\"]");
        assertThat(heard).allSatisfy(one -> {
            assertThat(one.path("event").asString()).isEqualTo("update");
            assertThat(payload(one).path("id").asLong()).isEqualTo(post.id());
        });
    }

    @Test
    void takesTheFirstStreamFromTheAddress() throws Exception {
        StreamClient client = connects(alice, "?stream=user");

        PostDraft post = bob.writes("One").publish();

        assertThat(payload(client.hears()).path("id").asLong()).isEqualTo(post.id());
    }

    @Test
    void tellsEditsDeletionsAndBoosts() throws Exception {
        StreamClient client = connects(alice, "?stream=user");
        PostDraft post = bob.writes("One").publish();
        assertThat(client.hears().path("event").asString()).isEqualTo("update");

        post.edit("Two");
        assertThat(client.hears().path("event").asString()).isEqualTo("status.update");

        var boost = post.boostedBy(alice);
        world.happens(boost);
        assertThat(payload(client.hears()).path("id").asLong()).isEqualTo(boost.boostId());

        post.delete();
        JsonNode deletion = client.hears();
        assertThat(deletion.path("event").asString()).isEqualTo("delete");
        assertThat(deletion.path("payload").asString()).isEqualTo(Long.toString(post.id()));
    }

    @Test
    void sendsWhatPostServiceSaysToThoseItNames() throws Exception {
        StreamClient hers = connects(alice, "?stream=user");
        StreamClient his = connects(bob, "?stream=user");
        Neighbours.tellsAudience(question -> question.path("shown")
                .valueStream()
                .map(one -> delivery(one.path("id").asLong(), "looks to bob", bob))
                .toList());

        bob.writes("One").publish();

        assertThat(payload(his.hears()).path("content").asString()).isEqualTo("looks to bob");
        bob.writes("Two").publish();
        his.hears();
        assertThat(hers.rest()).isEmpty();
    }

    @Test
    void asksOnceForAllWhoListen() throws Exception {
        List<StreamClient> clients = IntStream.range(0, 10)
                .mapToObj(number -> connects(world.newcomer("listener"), "?stream=user"))
                .toList();
        int before = Neighbours.calls("/internal/streams/deliveries").size();

        bob.writes("One").publish();

        for (StreamClient client : clients) {
            client.hears();
        }
        assertThat(Neighbours.calls("/internal/streams/deliveries")).hasSize(before + 1);
    }

    @Test
    void asksNobodyWhereNobodyListens() throws Exception {
        StreamClient client = connects(alice, "?stream=user:notification");
        int before = Neighbours.calls("/internal/streams/deliveries").size();

        bob.writes("One").publish();
        world.happens(new FilterChanged(alice.id()));
        bob.writes("For you").to(alice).publish();

        assertThat(client.hears().path("event").asString()).isEqualTo("notification");
        assertThat(Neighbours.calls("/internal/streams/deliveries")).hasSize(before);
    }

    @Test
    void stopsWhatIsUnsubscribed() throws Exception {
        StreamClient client = connects(alice, "").subscribes("user").subscribes("public");
        subscribed(alice, 2);
        client.sends("{\"type\":\"unsubscribe\",\"stream\":\"public\"}");
        subscribed(alice, 1);

        bob.writes("One").publish();
        client.hears();
        bob.writes("Two").publish();

        assertThat(client.hears().path("stream").path(0).asString()).isEqualTo("user");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"subscribe\",\"stream\":\"nothing\"}| Unknown stream type| 400",
                "{\"type\":\"subscribe\"}| Unknown stream type| 400",
                "{\"type\":\"subscribe\",\"stream\":\"hashtag\"}| Missing tag name parameter| 400",
                "{\"type\":\"subscribe\",\"stream\":\"list\"}| Missing list name parameter| 400",
                "{\"type\":\"subscribe\",\"stream\":\"list\",\"list\":\"7\"}| Record not found| 404",
                "{\"type\":\"dance\",\"stream\":\"user\"}| Unknown message type| 400",
                "{broken| The message is not valid JSON| 400",
                "null| Unknown stream type| 400",
            })
    void refusesASubscriptionAndKeepsTheSocket(String message, String error, int status) throws Exception {
        StreamClient client = connects(alice, "?stream=user").sends(message);

        JsonNode refusal = client.hears();

        assertThat(refusal.path("error").asString()).isEqualTo(error);
        assertThat(refusal.path("status").asInt()).isEqualTo(status);
        bob.writes("One").publish();
        assertThat(client.hears().path("event").asString()).isEqualTo("update");
    }

    @Test
    void sendsListsToTheirOwner() throws Exception {
        long list = world.newId();
        Neighbours.know("lists", list, Map.of("owner", alice.id()));
        String subscribe = "{\"type\":\"subscribe\",\"stream\":\"list\",\"list\":\"" + list + "\"}";
        StreamClient hers = connects(alice, "").sends(subscribe);
        StreamClient his = connects(bob, "").sends(subscribe);
        assertThat(his.hears().path("status").asInt()).isEqualTo(404);
        subscribed(alice, 1);

        bob.writes("One").publish();

        assertThat(hers.hears().path("stream").toString()).isEqualTo("[\"list\",\"" + list + "\"]");
        assertThat(his.rest()).isEmpty();
    }

    @Test
    void sendsNotifications() throws Exception {
        StreamClient user = connects(alice, "?stream=user");
        StreamClient alone = connects(alice, "?stream=user:notification");
        StreamClient posts = open(alice, "?stream=user", "read:statuses");
        Neighbours.tellsAudience(question -> List.of());

        PostDraft post = bob.writes("For you").to(alice).publish();

        for (StreamClient client : List.of(user, alone)) {
            JsonNode heard = client.hears();
            assertThat(heard.path("event").asString()).isEqualTo("notification");
            assertThat(payload(heard).path("type").asString()).isEqualTo("mention");
            assertThat(payload(heard).path("status").path("id").asLong()).isEqualTo(post.id());
            assertThat(payload(heard)).isEqualTo(alice.notifications().body().path(0));
        }
        bob.writes("For you again").to(alice).publish();
        user.hears();
        assertThat(posts.rest()).isEmpty();
        assertThat(user.rest()).isEmpty();
    }

    @Test
    void sendsNoNotificationThatAPolicySetsApart() throws Exception {
        Person carol = world.newcomer("carol");
        alice.follows(carol);
        world.settle();
        alice.patches("/api/v2/notifications/policy", Map.of("for_not_following", "filter"));
        StreamClient client = connects(alice, "?stream=user:notification");

        bob.writes("One").to(alice).publish();
        world.settle();
        carol.writes("Two").to(alice).publish();

        assertThat(payload(client.hears()).path("account").path("id").asLong()).isEqualTo(carol.id());
    }

    @Test
    void tellsThatWhatWasSetApartIsAmongTheOthers() throws Exception {
        alice.patches("/api/v2/notifications/policy", Map.of("for_not_following", "filter"));
        bob.writes("One").to(alice).publish();
        world.settle();
        StreamClient client = connects(alice, "?stream=user:notification");
        StreamClient other = connects(bob, "?stream=user:notification");
        String request = alice.reads("/api/v1/notifications/requests").ids().getFirst();

        alice.posts("/api/v1/notifications/requests/" + request + "/accept");

        await().atMost(SOON)
                .until(() -> client.rest().stream()
                        .anyMatch(one -> one.path("event").asString().equals("notifications_merged")));
        assertThat(other.rest()).isEmpty();
    }

    @Test
    void sendsConversations() throws Exception {
        StreamClient client = connects(alice, "?stream=direct");
        StreamClient user = connects(alice, "?stream=user");
        Neighbours.tellsAudience(question -> question.path("shown")
                .valueStream()
                .map(one -> Map.of(
                        "id", one.path("id").asLong(),
                        "conversation", Map.of("id", "7", "unread", true),
                        "listeners",
                                Map.of(
                                        "home", List.of(),
                                        "everybody", List.of(),
                                        "media", List.of(),
                                        "hashtags", Map.of(),
                                        "lists", List.of(),
                                        "direct", question.path("listeners").path("direct"))))
                .toList());

        bob.writes("For you").to(alice).publish();

        JsonNode heard = client.hears();
        assertThat(heard.path("stream").toString()).isEqualTo("[\"direct\"]");
        assertThat(heard.path("event").asString()).isEqualTo("conversation");
        assertThat(payload(heard).path("unread").asBoolean()).isTrue();
        assertThat(user.hears().path("event").asString()).isEqualTo("notification");
    }

    @Test
    void tellsThatFiltersChanged() throws Exception {
        StreamClient client = connects(alice, "?stream=user");

        world.happens(new FilterChanged(alice.id()));

        assertThat(client.hears().toString()).isEqualTo("{\"stream\":[\"user\"],\"event\":\"filters_changed\"}");
    }

    @Test
    void sendsEvents() throws Exception {
        StreamClient.Events events = events("/user", TestTokens.forAccount(alice.id()));
        assertThat(events.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(events.until(":thump")).isNotEmpty();

        PostDraft post = bob.writes("One").publish();

        assertThat(events.until("event: ")).last().isEqualTo("event: update");
        assertThat(events.until("data: ")).last().asString().contains("\"id\":\"" + post.id() + "\"");
        world.happens(new FilterChanged(alice.id()));
        assertThat(events.until("data: "))
                .contains("event: filters_changed")
                .last()
                .isEqualTo("data: undefined");
        assertThat(events.until(":thump")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/public, 200",
        "/public?only_media=true, 200",
        "/public/local, 200",
        "/public/remote, 200",
        "/user/notification, 200",
        "/direct, 200",
        "/hashtag?tag=trams, 200",
        "/hashtag/local?tag=trams, 200",
        "/hashtag, 400",
        "/list, 400",
        "/list?list=7, 404",
        "/nothing, 404"
    })
    void knowsItsStreams(String path, int status) throws Exception {
        assertThat(events(path, TestTokens.forAccount(alice.id())).response().statusCode())
                .isEqualTo(status);
    }

    @Test
    void tellsThatItIsWell() throws Exception {
        assertThat(world.run(get("/api/v1/streaming/health")).content()).isEqualTo("OK");
    }

    @Test
    void isForPeopleWhoMayRead() throws Exception {
        assertThat(refusal("", "none")).isEqualTo(401);
        assertThat(refusal("", TestTokens.forAccount(alice.id(), "write"))).isEqualTo(403);
        assertThat(refusal("", TestTokens.forApp("app", "read"))).isEqualTo(422);
        assertThat(refusal("?stream=user", TestTokens.forAccount(alice.id(), "read:notifications")))
                .isEqualTo(403);
        assertThat(refusal("?stream=user:notification", TestTokens.forAccount(alice.id(), "read:statuses")))
                .isEqualTo(403);
        assertThat(refusal("?stream=nothing", TestTokens.forAccount(alice.id())))
                .isEqualTo(400);
        assertThat(events("/user", TestTokens.forAccount(alice.id(), "write"))
                        .response()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsTheGatewayBeforehand() {
        assertThat(preflight("?stream=user")).isEqualTo(204);
        assertThat(preflight("?stream=nothing")).isEqualTo(400);
        assertThat(listeners.all()).isEmpty();
        for (int i = 0; i < 4; i++) {
            connects(alice, "");
        }
        assertThat(preflight("?stream=user")).isEqualTo(429);
        assertThat(alice.reads("/api/v1/streaming").status()).isEqualTo(404);
    }

    private int preflight(String query) {
        return alice.sends(get("/api/v1/streaming" + query).header("Microblog-Preflight", "websocket"))
                .status();
    }

    @Test
    void endsWithItsSession() throws Exception {
        StreamClient ended = open("", token(alice, "sid-ended-" + alice.id()));
        StreamClient stays = open("", token(alice, "sid-stays-" + alice.id()));
        StreamClient.Events events = events("/user", token(alice, "sid-ended-" + alice.id()));

        world.happens(new SessionsRevoked(alice.id(), "sid-ended-" + alice.id(), Instant.now()));

        assertThat(ended.closedWithin(SOON)).isEqualTo(1008);
        assertThat(events.until("never")).isEmpty();
        assertThat(stays.isOpen()).isTrue();
    }

    @Test
    void endsWithAllSessionsOfAnAccount() {
        StreamClient hers = connects(alice, "");
        StreamClient his = connects(bob, "");

        world.happens(new SessionsRevoked(alice.id(), null, Instant.now()));

        assertThat(hers.closedWithin(SOON)).isEqualTo(1008);
        assertThat(his.isOpen()).isTrue();
    }

    @Test
    void endsWithTheAccount() {
        StreamClient hers = connects(alice, "");
        StreamClient his = connects(bob, "");

        world.suspend(alice);

        assertThat(hers.closedWithin(SOON)).isEqualTo(1008);
        assertThat(his.isOpen()).isTrue();
    }

    @Test
    void doesNotBeginWithWhatHasJustEnded() {
        String token = token(alice, "sid-gone-" + alice.id());
        StreamClient before = open("", token);
        world.happens(new SessionsRevoked(alice.id(), "sid-gone-" + alice.id(), Instant.now()));
        before.closedWithin(SOON);

        assertThat(refusal("", token)).isEqualTo(401);
    }

    @Test
    void limitsConnectionsOfAPerson() {
        for (int i = 0; i < 4; i++) {
            connects(alice, "");
        }

        assertThat(refusal("", TestTokens.forAccount(alice.id()))).isEqualTo(429);
        connects(bob, "");
    }

    @Test
    void limitsConnectionsOfAPeer() {
        for (int i = 0; i < 40; i++) {
            open.add(StreamClient.open(port, "", TestTokens.forAccount(9_000 + i), "2001:db8::" + i));
        }

        assertThatExceptionOfType(StreamClient.Refused.class)
                .isThrownBy(() -> StreamClient.open(port, "", TestTokens.forAccount(9_100), "2001:db8::ffff"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(429));
        connects(bob, "");
    }

    @Test
    void limitsSubscriptions() throws Exception {
        StreamClient client = connects(alice, "");
        for (int i = 0; i < 11; i++) {
            client.sends("{\"type\":\"subscribe\",\"stream\":\"hashtag\",\"tag\":\"tag" + i + "\"}");
        }

        assertThat(client.hears().path("status").asInt()).isEqualTo(429);
    }

    @Test
    void endsClientsThatSendTooMuch() {
        StreamClient chatty = connects(alice, "");
        assertThat(endsOn(chatty, client -> IntStream.range(0, 40).forEach(number -> client.subscribes("user"))))
                .isEqualTo(1008);

        StreamClient large = connects(bob, "");
        assertThat(endsOn(large, client -> client.sends("\"" + "x".repeat(5_000) + "\"")))
                .isEqualTo(1009);
    }

    @Test
    void endsAClientThatDoesNotRead() throws Exception {
        double before =
                meters.counter("microblog.streams.ended", "reason", "too_slow").count();
        Socket silent = StreamClient.silent(port, "?stream=user", TestTokens.forAccount(alice.id()));
        open.add(silent);
        subscribed(alice, 1);
        String much = "x".repeat(100_000);
        Neighbours.tellsAudience(question -> question.path("shown")
                .valueStream()
                .map(one -> delivery(one.path("id").asLong(), much, alice))
                .toList());

        for (int i = 0; i < 200; i++) {
            bob.writes("One of many").publish();
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> meters.counter("microblog.streams.ended", "reason", "too_slow")
                                .count()
                        > before);
        assertThat(listeners.all()).isEmpty();
    }

    @Test
    void endsAClientThatAnswersNoPings() throws Exception {
        StreamClient answers = connects(bob, "");
        Socket silent = StreamClient.silent(port, "?stream=user", TestTokens.forAccount(alice.id()));
        open.add(silent);
        subscribed(alice, 1);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> listeners.of(alice.id()).isEmpty());
        assertThat(answers.isOpen()).isTrue();
    }

    @Test
    void sendsClientsAwayWhenItCannotSayWhatHappened() {
        StreamClient client = connects(alice, "?stream=user");

        Neighbours.whileDown("post-service", () -> {
            bob.writes("One").publish();
            assertThat(client.closedWithin(Duration.ofSeconds(10))).isEqualTo(1013);
        });
    }

    @Test
    void countsWhatIsOpen() {
        connects(alice, "?stream=user");

        assertThat(meters.get("microblog.streams.open").gauge().value()).isEqualTo(1);
    }

    private StreamClient connects(Person person, String query) {
        return open(person, query, "read");
    }

    private StreamClient open(Person person, String query, String... scopes) {
        return open(query, TestTokens.forAccount(person.id(), scopes));
    }

    private StreamClient open(String query, String token) {
        String peer = "198.51.100." + ++opened;
        StreamClient client = StreamClient.open(port, query, token, peer);
        open.add(client);
        await().until(() -> listeners
                .all()
                .anyMatch(listener ->
                        listener.peer().equals(peer) && listener.channels().isEmpty() == query.isEmpty()));
        return client;
    }

    private StreamClient.Events events(String path, String token) throws Exception {
        StreamClient.Events events = StreamClient.events(port, path, token);
        open.add(events);
        return events;
    }

    private int refusal(String query, String token) {
        try (StreamClient client = StreamClient.open(port, query, token, "198.51.100.7")) {
            throw new AssertionError("It was let in: " + client.isOpen());
        } catch (StreamClient.Refused refused) {
            return refused.status();
        }
    }

    private static int endsOn(StreamClient client, Consumer<StreamClient> act) {
        try {
            act.accept(client);
        } catch (java.util.concurrent.CompletionException closedMeanwhile) {
            assertThat(client.isOpen()).isFalse();
        }
        return client.closedWithin(SOON);
    }

    private void subscribed(Person person, int channels) {
        await().until(() -> listeners.of(person.id()).stream()
                        .mapToInt(listener -> listener.channels().size())
                        .sum()
                == channels);
    }

    private static String token(Person person, String sid) {
        return TestTokens.with(claims -> claims.subject(Long.toString(person.id()))
                .claim("scope", "read")
                .claim("sid", sid));
    }

    private static JsonNode payload(JsonNode message) {
        return JSON.readTree(message.path("payload").asString());
    }

    /** Everybody gets everything. */
    private static List<?> everybody(JsonNode question) {
        List<Object> deliveries = new ArrayList<>();
        question.path("shown")
                .valueStream()
                .forEach(one -> deliveries.add(Map.of(
                        "id", one.path("id").asLong(),
                        "status", Map.of("id", one.path("id").asString(), "content", "looks to all"),
                        "listeners", question.path("listeners"))));
        question.path("gone")
                .valueStream()
                .forEach(one ->
                        deliveries.add(Map.of("id", one.path("id").asLong(), "listeners", question.path("listeners"))));
        return deliveries;
    }

    private static Map<String, ?> delivery(long id, String content, Person person) {
        return Map.of(
                "id", id,
                "status", Map.of("id", Long.toString(id), "content", content),
                "listeners",
                        Map.of(
                                "home", List.of(person.id()),
                                "everybody", List.of(),
                                "media", List.of(),
                                "hashtags", Map.of(),
                                "lists", List.of(),
                                "direct", List.of()));
    }
}
