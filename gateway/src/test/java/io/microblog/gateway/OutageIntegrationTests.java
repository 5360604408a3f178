package io.microblog.gateway;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Services that are away, slow, or there twice. A context of its own, because circuit breakers remember. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestPropertySource(
        properties = {
            "microblog.services.post-service=${stub.post},${stub.second}",
            "microblog.answer-within=1s",
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=4",
            "resilience4j.circuitbreaker.configs.default.sliding-window-size=4",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=1s"
        })
class OutageIntegrationTests extends GatewayTest {

    private static final StubService SECOND = new StubService("post-service, second copy");

    @DynamicPropertySource
    static void copies(DynamicPropertyRegistry properties) {
        properties.add("stub.second", SECOND::url);
    }

    @BeforeEach
    void startSecond() {
        SECOND.answersNormally();
    }

    @AfterEach
    void heal() {
        SEARCH.answersNormally();
        POST.answersNormally();
        restart(POST);
        restart(SECOND);
        restart(SEARCH);
        restart(USER.http());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            client().get().uri("/api/v2/search").exchange().expectStatus().isOk();
            client().get().uri("/api/v2/instance").exchange().expectStatus().isOk();
            client().get()
                    .uri("/api/v1/timelines/public")
                    .exchange()
                    .expectStatus()
                    .isOk();
        });
    }

    @Test
    void saysWhichPartIsAwayWhileTheOthersWork() {
        SEARCH.stop();

        for (int i = 0; i < 10; i++) {
            client().get()
                    .uri("/api/v2/search?q=x")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .json("""
                            {"error":"Search is temporarily unavailable","title":"Service Unavailable","status":503,\
                            "type":"about:blank"}
                            """);
        }
        client().get().uri("/api/v1/timelines/public").exchange().expectStatus().isOk();
        client().get()
                .uri("/health")
                .exchange()
                .expectBody()
                .jsonPath("$.services['search-service']")
                .isEqualTo("down");
    }

    @Test
    void returnsByItselfWhenThePartIsBack() {
        SEARCH.stop();
        for (int i = 0; i < 10; i++) {
            client().get().uri("/api/v2/search?q=x").exchange().expectStatus().isEqualTo(503);
        }

        SEARCH.start();

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> client().get()
                        .uri("/api/v2/search?q=x")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @Test
    void doesNotWaitForASlowPartForEver() {
        SEARCH.answers(
                (request, response) -> Mono.delay(Duration.ofSeconds(5)).then(StubService.json(response, 200, "{}")));

        client().get()
                .uri("/api/v2/search?q=x")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .json("{\"error\":\"Search is temporarily unavailable\"}");
    }

    @Test
    void takesTurnsAmongCopies() {
        for (int i = 0; i < 10; i++) {
            client().get()
                    .uri("/api/v1/timelines/public")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        assertThat(POST.received()).hasSize(5);
        assertThat(SECOND.received()).hasSize(5);
    }

    @Test
    void goesToAnotherCopyWhenOneCannotBeReached() {
        POST.stop();

        for (int i = 0; i < 20; i++) {
            client().get()
                    .uri("/api/v1/timelines/public")
                    .exchange()
                    .expectStatus()
                    .isOk();
            client().post()
                    .uri("/api/v1/statuses")
                    .bodyValue("status=x")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        assertThat(SECOND.received())
                .hasSize(40)
                .anySatisfy(request -> assertThat(request.body()).isEqualTo("status=x"));
    }

    @Test
    void readsElsewhereWhenAConnectionBreaksButWritesOnlyOnce() {
        POST.answers((request, response) -> {
            response.withConnection(connection -> connection.dispose());
            return Mono.never();
        });

        for (int i = 0; i < 4; i++) {
            client().get()
                    .uri("/api/v1/timelines/public")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        POST.received().clear();
        SECOND.received().clear();
        client().post().uri("/api/v1/statuses").bodyValue("status=x").exchange();
        client().post().uri("/api/v1/statuses").bodyValue("status=x").exchange();
        assertThat(POST.received().size() + SECOND.received().size()).isEqualTo(2);
    }

    @Test
    void servesKnownPeopleWhileUserServiceIsAway() {
        USER.knows("known", StubUserService.account(20, Instant.now(), Duration.ofSeconds(4)));
        client().get()
                .uri("/api/v1/timelines/home")
                .header("Authorization", "Bearer known")
                .exchange()
                .expectStatus()
                .isOk();

        USER.http().stop();

        client().get()
                .uri("/api/v1/timelines/home")
                .header("Authorization", "Bearer known")
                .exchange()
                .expectStatus()
                .isOk();
        client().get()
                .uri("/api/v1/timelines/home")
                .header("Authorization", "Bearer unknown-now")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .json("{\"error\":\"Sign-in is temporarily unavailable\"}");
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> client().get()
                        .uri("/api/v1/timelines/home")
                        .header("Authorization", "Bearer known")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(503));
    }

    private static void restart(StubService service) {
        service.stop();
        service.start();
    }
}
