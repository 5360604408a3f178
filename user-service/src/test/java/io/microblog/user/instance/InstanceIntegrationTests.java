package io.microblog.user.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.microblog.testing.Pictures;
import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class InstanceIntegrationTests {

    private static final Path TEXTS = Path.of("target/texts");

    @Autowired
    World world;

    @Test
    void describesItsEndpoints() {
        Answer description = world.asService("gateway").get("/internal/openapi");

        assertThat(description.status()).as(description.body()).isEqualTo(200);
        assertThat(description.json().get("paths").propertyNames()).contains("/.well-known/nodeinfo");
    }

    @Test
    void describesItself() {
        JsonNode instance = world.browser().get("/api/v2/instance").json();

        assertThat(instance.get("domain").asString()).isEqualTo("localhost:8080");
        assertThat(instance.get("version").asString()).startsWith("4.3.").contains("(compatible; Microblog ");
        assertThat(instance.at("/api_versions/mastodon").asInt()).isEqualTo(2);
        assertThat(instance.at("/configuration/statuses/max_characters").asInt())
                .isEqualTo(5000);
        assertThat(instance.at("/configuration/statuses/min_scheduled_ahead").asInt())
                .isEqualTo(300);
        assertThat(instance.at("/configuration/statuses/characters_reserved_per_url")
                        .asInt())
                .isEqualTo(23);
        assertThat(instance.at("/configuration/media_attachments/supported_mime_types")
                        .size())
                .isEqualTo(4);
        assertThat(instance.at("/configuration/polls/max_options").asInt()).isEqualTo(4);
        assertThat(instance.at("/configuration/translation/enabled").asBoolean())
                .isTrue();
        assertThat(instance.at("/registrations/enabled").asBoolean()).isTrue();
        assertThat(instance.at("/thumbnail/url").asString()).isNotBlank();
        assertThat(instance.at("/contact/account").isNull()).isTrue();

        JsonNode older = world.browser().get("/api/v1/instance").json();
        assertThat(older.at("/stats/domain_count").asInt()).isZero();
        assertThat(older.get("uri").asString()).isEqualTo("localhost:8080");
    }

    @Test
    void tellsWhereWebSocketsAreOpened() {
        JsonNode instance = world.browser().get("/api/v2/instance").json();
        JsonNode older = world.browser().get("/api/v1/instance").json();

        assertThat(instance.at("/configuration/urls/streaming").asString()).isEqualTo("ws://localhost:8080");
        assertThat(older.at("/urls/streaming_api").asString()).isEqualTo("ws://localhost:8080");
    }

    @Test
    void tellsByWhichKeyPushesAreSubscribedTo() {
        JsonNode instance = world.browser().get("/api/v2/instance").json();

        assertThat(instance.at("/configuration/vapid/public_key").asString()).isEqualTo(ReplicaKeepers.PUSH_KEY);
    }

    /** No featured hashtags: clients try again and again what is announced. */
    @Test
    void announcesNothingThatIsNotServed() {
        JsonNode instance = world.browser().get("/api/v2/instance").json();
        assertThat(instance.at("/configuration/accounts/max_featured_tags").asInt())
                .isZero();
    }

    @Test
    void listsNothingWhereThereIsNothing() {
        for (String path : new String[] {"/api/v1/instance/peers", "/api/v1/instance/rules", "/api/v1/custom_emojis"}) {
            assertThat(world.browser().get(path).body()).isEqualTo("[]");
        }
    }

    @Test
    void publishesWhatTheOperatorWrote() throws IOException {
        Files.createDirectories(TEXTS);
        Path terms = Files.writeString(TEXTS.resolve("terms.md"), "Be **kind**.<script>x</script>");

        JsonNode found =
                world.browser().get("/api/v1/instance/terms_of_service").json();
        assertThat(found.get("content").asString())
                .contains("<strong>kind</strong>")
                .doesNotContain("<script");
        assertThat(found.get("effective").asBoolean()).isTrue();
        assertThat(found.get("effective_date").asString())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(found.get("succeeded_by").isNull()).isTrue();
        String dated = "/api/v1/instance/terms_of_service/"
                + found.get("effective_date").asString();
        assertThat(world.browser().get(dated).json()).isEqualTo(found);
        for (String other : List.of("2020-01-01", "yesterday")) {
            assertThat(world.browser()
                            .get("/api/v1/instance/terms_of_service/" + other)
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }

        assertThat(world.browser().get("/auth/rules").page().select("main").text())
                .contains("Be kind");
        Visitor visitor = world.visitor();
        Answer form = visitor.get("/auth/sign_up");
        assertThat(form.page().select("a[href=/auth/rules]")).hasSize(1);
        Answer disagreed = visitor.submit(form, 0, Map.of("username", "a b"));
        assertThat(disagreed.page().select("[name=agreement][aria-invalid=true]"))
                .hasSize(1);
        Answer agreed = visitor.submit(form, 0, Map.of("username", "a b", "agreement", "true"));
        assertThat(agreed.page().select("[name=agreement][checked]")).hasSize(1);

        Files.writeString(terms, "Be *brief*.");
        Files.setLastModifiedTime(terms, FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));
        assertThat(world.browser().get("/api/v1/instance/terms_of_service").body())
                .contains("<em>brief</em>", "2020-01-02");
        Files.delete(terms);
        assertThat(world.browser().get("/api/v1/instance/terms_of_service").status())
                .isEqualTo(404);
    }

    @Test
    void hasAPrivacyPolicyAndADescriptionOfItsOwn() {
        JsonNode privacy =
                world.browser().get("/api/v1/instance/privacy_policy").json();
        JsonNode about =
                world.browser().get("/api/v1/instance/extended_description").json();

        assertThat(privacy.get("content").asString()).contains("salted hash", "<li>");
        assertThat(privacy.get("updated_at").asString()).endsWith(".000Z");
        assertThat(about.get("content").asString()).contains("short posts");
    }

    @Test
    void countsWhatGoesOnWeekByWeek() {
        world.aPerson("alice");

        JsonNode weeks = world.browser().get("/api/v1/instance/activity").json();

        assertThat(weeks).hasSize(12);
        assertThat(LocalDate.ofInstant(
                                Instant.ofEpochSecond(
                                        weeks.at("/0/week").asString().transform(Long::parseLong)),
                                ZoneOffset.UTC)
                        .getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
        assertThat(Long.parseLong(weeks.at("/0/registrations").asString())).isPositive();
        assertThat(Long.parseLong(weeks.at("/0/logins").asString())).isPositive();
        assertThat(weeks.at("/11/registrations").asString()).isEqualTo("0");
    }

    @Test
    void isFoundByConvention() {
        Person alice = world.aPerson("alice");

        JsonNode links = world.browser().get("/.well-known/nodeinfo").json();
        JsonNode node =
                world.browser().get(links.at("/links/0/href").asString()).json();
        assertThat(node.get("version").asString()).isEqualTo("2.0");
        assertThat(node.get("openRegistrations").asBoolean()).isTrue();
        assertThat(node.at("/usage/users/activeMonth").isNumber()).isTrue();
        // As megalodon's detector looks: a known name of the software, or of what it speaks for.
        assertThat(node.at("/software/name").asString()).isEqualTo("microblog");
        assertThat(node.at("/metadata/upstream/name").asString()).isEqualTo("mastodon");
        assertThat(node.at("/metadata/nodeName").asString()).isNotBlank();
        JsonNode newer =
                world.browser().get(links.at("/links/1/href").asString()).json();
        assertThat(newer.get("version").asString()).isEqualTo("2.1");
        assertThat(newer.at("/software/repository").asString()).startsWith("https://");
        Answer meta = world.browser().get("/.well-known/host-meta");
        assertThat(meta.header("Content-Type")).startsWith("application/xrd+xml");
        assertThat(meta.body()).contains("http://localhost:8080/.well-known/webfinger?resource={uri}");

        String finger = "/.well-known/webfinger?resource=";
        Answer answer = world.browser().get(finger + "acct:" + alice.username() + "@localhost:8080");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/jrd+json");
        assertThat(answer.json().get("subject").asString()).isEqualTo("acct:" + alice.username() + "@localhost:8080");
        assertThat(answer.json().findValuesAsString("rel")).containsExactly("http://webfinger.net/rel/profile-page");
        String avatar = world.as(alice)
                .patchFile("/api/v1/accounts/update_credentials", "avatar", Pictures.jpeg(80, 80))
                .json()
                .get("avatar")
                .asString();
        JsonNode picture = world.browser()
                .get(finger + "http://localhost:8080/@" + alice.username())
                .json()
                .at("/links/1");
        assertThat(picture.get("rel").asString()).isEqualTo("http://webfinger.net/rel/avatar");
        assertThat(picture.get("type").asString()).isEqualTo("image/jpeg");
        assertThat(picture.get("href").asString()).isEqualTo(avatar);
        assertThat(world.browser()
                        .get(finger + "acct:nobody_at_all@localhost:8080")
                        .status())
                .isEqualTo(404);
        assertThat(world.browser()
                        .get(finger + "acct:" + alice.username() + "@elsewhere.example")
                        .status())
                .isEqualTo(404);
        assertThat(world.browser().get(finger + "nonsense").status()).isEqualTo(400);
        assertThat(world.browser().get("/.well-known/webfinger").status()).isEqualTo(400);
    }
}
