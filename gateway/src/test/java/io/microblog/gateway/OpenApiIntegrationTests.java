package io.microblog.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiIntegrationTests extends GatewayTest {

    /** One test, because the document is kept once it is whole. */
    @Test
    void publishesOneDocumentAboutAllServices() {
        describe(USER.http(), "users");
        describe(POST, "posts");
        describe(SEARCH, "search");
        describe(NOTIFICATION, "notifications");
        TRANSLATION.answersJson(500, "{}");
        ask().expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("The description is temporarily unavailable, because translation-service is");

        describe(TRANSLATION, "translations");
        JsonNode document = document();
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("http://localhost:8080");
        assertThat(document.get("paths").propertyNames())
                .contains("/health", "/api/openapi.json", "/api/users", "/api/posts", "/api/translations");
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("Account", "users", "Health", "Problem");
        assertThat(document.at("/components/securitySchemes/token/flows/clientCredentials/scopes")
                        .propertyNames())
                .contains("read", "read:posts");
        assertThat(POST.last().uri()).isEqualTo("/internal/openapi");
        assertThat(POST.last().header("Authorization")).startsWith("Bearer ");

        POST.stop();
        assertThat(document()).isEqualTo(document);
        POST.start();
    }

    private static void describe(StubService service, String name) {
        service.answersJson(200, """
                {"paths":{"/api/%1$s":{"get":{"security":[{"token":["read:%1$s"]}],"responses":{}}}},
                 "components":{"schemas":{"Account":{"type":"object"},"%1$s":{"type":"object"}}}}
                """.formatted(name));
    }

    private JsonNode document() {
        byte[] body = ask().expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(body);
    }

    private WebTestClient.ResponseSpec ask() {
        return client().get()
                .uri("/api/openapi.json")
                .header("Origin", "https://elsewhere.example")
                .exchange();
    }
}
