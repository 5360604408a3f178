package io.microblog.gateway;

import java.time.Duration;

import io.microblog.gateway.identity.Forgetfulness;
import io.microblog.testing.TestIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A running gateway with all services stubbed at the process's edge, and no Kafka. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "microblog.base-url=http://localhost:8080",
            "microblog.services.user-service=${stub.user}",
            "microblog.services.post-service=${stub.post}",
            "microblog.services.search-service=${stub.search}",
            "microblog.services.notification-service=${stub.notification}",
            "microblog.services.translation-service=${stub.translation}",
            "microblog.limits.requests.account=100000/5m",
            "microblog.limits.requests.anonymous=100000/5m",
            "microblog.limits.requests.peer=100000/5m",
            "spring.kafka.bootstrap-servers=127.0.0.1:1"
        })
@Import({TestIdentity.class, Forgetfulness.class})
abstract class GatewayTest {

    static final StubUserService USER = new StubUserService();
    static final StubService POST = new StubService("post-service");
    static final StubService SEARCH = new StubService("search-service");
    static final StubService NOTIFICATION = new StubService("notification-service");
    static final StubService TRANSLATION = new StubService("translation-service");

    @Value("${local.server.port}")
    int port;

    @Autowired
    private Forgetfulness gateway;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("stub.user", USER.http()::url);
        properties.add("stub.post", POST::url);
        properties.add("stub.search", SEARCH::url);
        properties.add("stub.notification", NOTIFICATION::url);
        properties.add("stub.translation", TRANSLATION::url);
    }

    @BeforeEach
    void forget() {
        gateway.forget();
        USER.http().received().clear();
        USER.answerExchanges();
        USER.takes(Duration.ZERO);
        USER.fails(false);
        POST.answersNormally();
        SEARCH.answersNormally();
        NOTIFICATION.answersNormally();
        TRANSLATION.answersNormally();
    }

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
