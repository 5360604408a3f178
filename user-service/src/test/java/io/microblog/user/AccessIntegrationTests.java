package io.microblog.user;

import java.util.List;
import java.util.Map;

import io.microblog.user.Browser.Answer;
import io.microblog.user.World.Person;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is refused at the endpoints that act for a person, each of them. */
@IntegrationTest
@ExtendWith(SoftAssertionsExtension.class)
class AccessIntegrationTests {

    /** With the one scope that opens it; {@code ID} stands for somebody. */
    private record Endpoint(String method, String path, String scope) {}

    private static final List<Endpoint> ENDPOINTS = List.of(
            new Endpoint("GET", "/api/v1/accounts/verify_credentials", "read:accounts"),
            new Endpoint("PATCH", "/api/v1/accounts/update_credentials", "write:accounts"),
            new Endpoint("GET", "/api/v1/preferences", "read:accounts"),
            new Endpoint("GET", "/api/v1/profile", "read:accounts"),
            new Endpoint("PATCH", "/api/v1/profile", "write:accounts"),
            new Endpoint("DELETE", "/api/v1/profile/avatar", "write:accounts"),
            new Endpoint("DELETE", "/api/v1/profile/header", "write:accounts"),
            new Endpoint("GET", "/api/v1/accounts/relationships?id=ID", "read:follows"),
            new Endpoint("GET", "/api/v1/accounts/familiar_followers?id=ID", "read:follows"),
            new Endpoint("POST", "/api/v1/accounts/ID/follow", "write:follows"),
            new Endpoint("POST", "/api/v1/accounts/ID/unfollow", "write:follows"),
            new Endpoint("POST", "/api/v1/accounts/ID/remove_from_followers", "write:follows"),
            new Endpoint("POST", "/api/v1/accounts/ID/block", "write:blocks"),
            new Endpoint("POST", "/api/v1/accounts/ID/unblock", "write:blocks"),
            new Endpoint("POST", "/api/v1/accounts/ID/mute", "write:mutes"),
            new Endpoint("POST", "/api/v1/accounts/ID/unmute", "write:mutes"),
            new Endpoint("POST", "/api/v1/accounts/ID/note", "write:accounts"),
            new Endpoint("GET", "/api/v1/follow_requests", "read:follows"),
            new Endpoint("POST", "/api/v1/follow_requests/ID/authorize", "write:follows"),
            new Endpoint("POST", "/api/v1/follow_requests/ID/reject", "write:follows"),
            new Endpoint("GET", "/api/v1/blocks", "read:blocks"),
            new Endpoint("GET", "/api/v1/mutes", "read:mutes"),
            new Endpoint("GET", "/api/v2/suggestions", "read:accounts"),
            new Endpoint("GET", "/api/v1/suggestions", "read:accounts"),
            new Endpoint("DELETE", "/api/v1/suggestions/ID", "write:accounts"),
            new Endpoint("GET", "/oauth/userinfo", "profile"));

    @Autowired
    World world;

    @InjectSoftAssertions
    SoftAssertions softly;

    @Test
    void nobodyComesWithoutAToken() {
        Browser stranger = world.browser();

        for (Endpoint endpoint : ENDPOINTS) {
            isRefused(endpoint, send(stranger, endpoint, 1), 401, "The access token is invalid");
        }
    }

    @Test
    void appsActForNobody() {
        String scopes = "read write profile";
        Client app = world.as(world.tokenOf(world.anApp(scopes, World.OUT_OF_BAND), scopes));
        Person bob = world.aPerson("bob");

        for (Endpoint endpoint : ENDPOINTS) {
            isRefused(endpoint, send(app, endpoint, bob.id()), 422, "This method requires an authenticated user");
        }
    }

    private void isRefused(Endpoint endpoint, Answer answer, int status, String error) {
        softly.assertThat(answer.status()).as("%s", endpoint).isEqualTo(status);
        softly.assertThat(answer.json().path("error").asString())
                .as("%s", endpoint)
                .isEqualTo(error);
    }

    @Test
    void aTokenReachesAsFarAsItsScope() {
        Person alice = world.aPerson("alice");
        Person bob = world.aPerson("bob");
        Client reader = world.as(world.aToken(alice, "read"));
        Client writer = world.as(world.aToken(alice, "write"));
        Client follower = world.as(world.aToken(alice, "read:follows write:follows"));

        for (Endpoint endpoint : ENDPOINTS) {
            boolean reads = endpoint.scope().startsWith("read");
            boolean writes = endpoint.scope().startsWith("write");
            check(endpoint, send(reader, endpoint, bob.id()), reads);
            check(endpoint, send(writer, endpoint, bob.id()), writes);
            check(endpoint, send(follower, endpoint, bob.id()), endpoint.scope().endsWith(":follows"));
        }
    }

    @Test
    void aTokenThatMayNotReadSeesNoMoreThanItsScope() {
        Person alice = world.aPerson("alice");
        Client writer = world.as(world.aToken(alice, "write:statuses"));
        Client reader = world.as(world.aToken(alice, "read:accounts"));

        for (String path : List.of("", "/followers", "/following")) {
            String whole = "/api/v1/accounts/" + alice.id() + path;
            softly.assertThat(writer.get(whole).status()).as(path).isEqualTo(403);
            softly.assertThat(reader.get(whole).status()).as(path).isEqualTo(200);
            softly.assertThat(world.browser().get(whole).status()).as(path).isEqualTo(200);
        }
        String lookup = "/api/v1/accounts/lookup?acct=" + alice.username();
        softly.assertThat(writer.get(lookup).status()).isEqualTo(403);
        softly.assertThat(reader.get(lookup).status()).isEqualTo(200);
    }

    @Test
    void oneOfTwoScopesOpensTheProfile() {
        Client client = world.as(world.aToken(world.aPerson("alice"), "profile"));

        for (String path : List.of("/api/v1/accounts/verify_credentials", "/api/v1/profile", "/oauth/userinfo")) {
            softly.assertThat(client.get(path).status()).as(path).isEqualTo(200);
        }
        softly.assertThat(client.get("/api/v1/preferences").status()).isEqualTo(403);
    }

    @Test
    void somebodyWhoIsNotThereIsNotFound() {
        Client client = world.as(world.aPerson("alice"));

        for (Endpoint endpoint : ENDPOINTS) {
            if (endpoint.method().equals("POST")) {
                softly.assertThat(send(client, endpoint, 4711).status())
                        .as("%s", endpoint)
                        .isEqualTo(404);
                softly.assertThat(client.post(endpoint.path().replace("ID", "x"), Map.of())
                                .status())
                        .as("%s", endpoint)
                        .isEqualTo(404);
            }
        }
    }

    private void check(Endpoint endpoint, Answer answer, boolean allowed) {
        if (allowed) {
            // Nobody asked to follow, which is another matter.
            softly.assertThat(answer.status()).as("%s", endpoint).isIn(200, 404);
        } else {
            softly.assertThat(answer.status()).as("%s", endpoint).isEqualTo(403);
            softly.assertThat(answer.json().path("error").asString())
                    .isEqualTo("This action is outside the authorized scopes");
        }
    }

    private static Answer send(Browser browser, Endpoint endpoint, long id) {
        String path = endpoint.path().replace("ID", String.valueOf(id));
        return switch (endpoint.method()) {
            case "GET" -> browser.get(path);
            case "POST" -> browser.post(path, Map.of());
            case "PATCH" -> browser.patchJson(path, "{}");
            default -> browser.delete(path);
        };
    }
}
