package io.microblog.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.microblog.event.AccountEvent;
import io.microblog.event.AccountState;
import io.microblog.event.Event;
import io.microblog.event.EventJson;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.event.Visibility;
import io.microblog.testing.Engines;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Ended credentials, heard of over a real Kafka. */
@Import(Engines.class)
class RevocationIntegrationTests extends GatewayTest {

    private static final String HOME = "/api/v1/timelines/home";

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    @Qualifier("revocationFeed")
    SmartLifecycle feed;

    private @Nullable KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        if (producer != null) {
            producer.close();
        }
    }

    @Test
    void endsOneSessionAndNoOther() {
        USER.knows("phone", 101, "sid-phone");
        USER.knows("laptop", 101, "sid-laptop");
        assertThat(status("phone")).isEqualTo(200);
        assertThat(status("laptop")).isEqualTo(200);

        USER.forgets("phone");
        publish(new SessionsRevoked(101L, "sid-phone", Instant.now()));

        awaitStatus("phone", 401);
        assertThat(status("laptop")).isEqualTo(200);
        assertThat(USER.exchangesOf("laptop")).isEqualTo(1);
    }

    @Test
    void endsAllOfAnAccount() {
        USER.knows("one", 102, "sid-one");
        USER.knows("two", 102, "sid-two");
        USER.knows("other", 103, "sid-other");
        assertThat(List.of(status("one"), status("two"), status("other"))).containsOnly(200);

        USER.forgets("one");
        USER.forgets("two");
        publish(new SessionsRevoked(102L, null, Instant.now()));

        awaitStatus("one", 401);
        awaitStatus("two", 401);
        assertThat(status("other")).isEqualTo(200);
        assertThat(USER.exchangesOf("other")).isEqualTo(1);
    }

    @Test
    void endsATokenThatStandsForNobody() {
        USER.knows("app", claims -> claims.claim("client_id", "app").claim("sid", "sid-app"));
        assertThat(status("app")).isEqualTo(200);

        USER.forgets("app");
        publish(new SessionsRevoked(null, "sid-app", Instant.now()));

        awaitStatus("app", 401);
    }

    @Test
    void endsWhatASuspendedAccountHolds() {
        USER.knows("suspended", 104, "sid-104");
        assertThat(status("suspended")).isEqualTo(200);

        USER.forgets("suspended");
        publish(new AccountEvent.UserProfileUpdated(account(104, false)));
        publish(new AccountEvent.UserProfileUpdated(account(104, true)));

        awaitStatus("suspended", 401);
    }

    @Test
    void refusesAnAnswerThatWasUnderWayWhenTheSessionEnded() {
        USER.knows("probe", 105, "sid-probe");
        USER.knows("slow", 105, "sid-slow");
        assertThat(status("probe")).isEqualTo(200);
        Runnable release = USER.holds("slow");
        CompletableFuture<Integer> underWay = CompletableFuture.supplyAsync(() -> status("slow"));
        await().until(() -> USER.exchangesOf("slow") == 1);

        USER.forgets("probe");
        USER.forgets("slow");
        publish(new SessionsRevoked(105L, null, Instant.now()));
        awaitStatus("probe", 401);
        release.run();

        assertThat(underWay.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                .isEqualTo(401);
        assertThat(USER.exchangesOf("slow")).isEqualTo(2);
    }

    @Test
    void asksOnceMoreAndThenTrustsTheAnswer() {
        USER.knows("still-good", 106, "sid-106");
        assertThat(status("still-good")).isEqualTo(200);

        publish(new SessionsRevoked(106L, null, Instant.now().plusSeconds(2)));

        await().untilAsserted(() -> {
            assertThat(status("still-good")).isEqualTo(200);
            assertThat(USER.exchangesOf("still-good")).isEqualTo(2);
        });
        for (int i = 0; i < 5; i++) {
            assertThat(status("still-good")).isEqualTo(200);
        }
        assertThat(USER.exchangesOf("still-good")).isEqualTo(2);
    }

    @Test
    void doesNotMistakeALaterSessionForAnEndedOne() {
        publish(new SessionsRevoked(107L, null, Instant.now().minusSeconds(30)));
        USER.knows("marker", 108, "sid-108");
        assertThat(status("marker")).isEqualTo(200);
        USER.forgets("marker");
        publish(new SessionsRevoked(108L, null, Instant.now()));
        awaitStatus("marker", 401);

        USER.knows("new-sign-in", 107, "sid-107");
        assertThat(status("new-sign-in")).isEqualTo(200);
        assertThat(status("new-sign-in")).isEqualTo(200);
        assertThat(USER.exchangesOf("new-sign-in")).isEqualTo(1);
    }

    @Test
    void doesNotServeAnEndedSessionWhileUserServiceIsAway() {
        USER.knows("ended", 109, "sid-109");
        assertThat(status("ended")).isEqualTo(200);

        USER.fails(true);
        publish(new SessionsRevoked(109L, null, Instant.now()));

        awaitStatus("ended", 503);
    }

    @Test
    void hearsAtTheStartWhatEndedBefore() {
        USER.knows("before", 110, "sid-110");
        assertThat(status("before")).isEqualTo(200);
        feed.stop();
        USER.forgets("before");
        publish(new SessionsRevoked(110L, "sid-110", Instant.now()));

        feed.start();

        awaitStatus("before", 401);
    }

    @Test
    void passesOverWhatItCannotRead() {
        USER.knows("after-poison", 111, "sid-111");
        assertThat(status("after-poison")).isEqualTo(200);
        send(new ProducerRecord<>("user.security.v1", "111", "{broken".getBytes(StandardCharsets.UTF_8)));

        USER.forgets("after-poison");
        publish(new SessionsRevoked(111L, null, Instant.now()));

        awaitStatus("after-poison", 401);
    }

    private int status(String token) {
        return client().get()
                .uri(HOME)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private void awaitStatus(String token, int status) {
        await().atMost(Duration.ofSeconds(10)).until(() -> status(token), now -> now == status);
    }

    private void publish(Event event) {
        var message = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", event.type(),
                        "ce_source", "/user-service",
                        "ce_time", Instant.now().toString(),
                        "ce_specversion", "1.0")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    private void send(ProducerRecord<String, byte[]> message) {
        assertThat(producer).isNotNull();
        assertThat(producer.send(message)).succeedsWithin(Duration.ofSeconds(30));
    }

    private static AccountState account(long id, boolean suspended) {
        return new AccountState(
                id,
                suspended ? 2 : 1,
                "user" + id,
                "",
                "",
                null,
                null,
                false,
                false,
                true,
                true,
                suspended,
                List.of(),
                new AccountState.PostingDefaults(Visibility.PUBLIC, false, null),
                Instant.now());
    }
}
