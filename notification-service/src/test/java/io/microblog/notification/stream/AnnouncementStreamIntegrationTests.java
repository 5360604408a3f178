package io.microblog.notification.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import io.microblog.notification.announcement.Announcer;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.microblog.notification.announcement.Announcer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

/** What those who listen hear of announcements. */
@NotificationServiceTest
class AnnouncementStreamIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private World world;

    @Autowired
    private NewsFeed news;

    @Autowired
    private EndFeed ends;

    @Autowired
    private Listeners listeners;

    @Autowired
    private JdbcClient jdbc;

    @Value("${local.server.port}")
    private int port;

    private Announcer admin;
    private Person alice;
    private Person ana;

    @BeforeEach
    void people() {
        admin = Announcer.admin(world.newcomer("admin"));
        alice = world.newcomer("alice");
        ana = world.newcomer("ana", "es");
        world.settle();
        await().atMost(Duration.ofSeconds(30)).until(() -> news.isPlaced() && ends.isPlaced());
    }

    @AfterEach
    void takeBack() {
        jdbc.sql("DELETE FROM announcement").update();
        await().until(() -> listeners.all().count() == 0);
    }

    @Test
    void tellsThoseWhomItIsForInTheirLanguage() throws Exception {
        List<String> toAlice = new ArrayList<>();
        List<String> toAna = new ArrayList<>();
        try (StreamClient english = connects(alice, "198.51.100.41");
                StreamClient spanish = connects(ana, "198.51.100.42")) {
            String forAna = admin.announces(Map.of("texts", says("Solo tú"), "target", Map.of("language", "es")));
            String forAll = admin.announces(Map.of(
                    "main_language",
                    "en",
                    "texts",
                    List.of(Map.of("language", "en", "text", "News"), Map.of("language", "es", "text", "Novedades"))));

            JsonNode heard = hears(english, "announcement", forAll, toAlice);
            assertThat(heard.path("stream").toString()).isEqualTo("[\"user\"]");
            assertThat(payload(heard).path("content").asString()).isEqualTo("<p>News</p>");
            assertThat(payload(heard).has("read")).isFalse();
            assertThat(payload(hears(spanish, "announcement", forAna, toAna))
                            .path("content")
                            .asString())
                    .isEqualTo("<p>Solo tú</p>");
            assertThat(payload(hears(spanish, "announcement", forAll, toAna))
                            .path("content")
                            .asString())
                    .isEqualTo("<p>Novedades</p>");

            admin.posts("/" + forAna + "/unpublish");
            hears(spanish, "announcement.delete", forAna, toAna);
            admin.sends(HttpMethod.DELETE, "/" + forAll, Map.of());
            hears(english, "announcement.delete", forAll, toAlice);
            assertThat(english.rest()).isEmpty();
            assertThat(toAlice).hasSizeGreaterThan(1).noneMatch(message -> message.contains(forAna));
        }
    }

    @Test
    void tellsOfReactions() throws Exception {
        String id = admin.announces(Map.of("texts", says("News")));
        List<String> toAlice = new ArrayList<>();
        try (StreamClient client = connects(alice, "198.51.100.43")) {
            ana.sends(put("/api/v1/announcements/{id}/reactions/{name}", id, "🎉"));

            JsonNode heard = payload(hears(client, "announcement.reaction", id, toAlice));
            assertThat(heard.path("name").asString()).isEqualTo("🎉");
            assertThat(heard.path("count").asInt()).isEqualTo(1);
            assertThat(heard.path("announcement_id").asString()).isEqualTo(id);

            ana.sends(delete("/api/v1/announcements/{id}/reactions/{name}", id, "🎉"));
            assertThat(payload(hears(client, "announcement.reaction", id, toAlice))
                            .path("count")
                            .asInt(-1))
                    .isZero();
        }
    }

    private StreamClient connects(Person person, String peer) {
        StreamClient client = StreamClient.open(port, "?stream=user", TestTokens.forAccount(person.id(), "read"), peer);
        await().until(() -> listeners.of(person.id()).stream()
                .anyMatch(listener -> !listener.channels().isEmpty()));
        return client;
    }

    /** The next message of an event about one announcement; all that came is noted. */
    private static JsonNode hears(StreamClient client, String event, String id, List<String> heard)
            throws InterruptedException {
        while (true) {
            JsonNode message = client.hears();
            heard.add(message.toString());
            if (message.path("event").asString().equals(event)
                    && message.path("payload").asString().contains(id)) {
                return message;
            }
        }
    }

    private static JsonNode payload(JsonNode message) {
        return JSON.readTree(message.path("payload").asString());
    }
}
