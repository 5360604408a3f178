package io.microblog.notification.push.queue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.push.PushProperties;
import io.microblog.notification.push.encryption.SealedMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PushServiceTests {

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private int status = 201;

    PushServiceTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A service of our own network is reached where it was configured as the sandbox, and nowhere else. */
    @Test
    void sendsNothingIntoItsOwnNetwork() throws IOException {
        assertThat(send(null, url() + "/push")).isInstanceOf(PushAnswer.NotNow.class);
        assertThat(send("http://127.0.0.1:1", url() + "/push")).isInstanceOf(PushAnswer.NotNow.class);
        assertThat(requests).hasValue(0);

        assertThat(send(url(), url() + "/push")).isInstanceOf(PushAnswer.Taken.class);
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200, Taken",
        "201, Taken",
        "202, Taken",
        "204, Taken",
        "404, Gone",
        "410, Gone",
        "413, TooLarge",
        "400, Refused",
        "403, Refused",
        "307, Refused",
        "408, NotNow",
        "429, NotNow",
        "500, NotNow",
        "503, NotNow"
    })
    void readsTheAnswer(int answered, String meaning) throws IOException {
        status = answered;

        PushAnswer answer = send(url(), url() + "/push");

        assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(requests).hasValue(1);
        if (answer instanceof PushAnswer.NotNow later) {
            assertThat(later.after()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    private PushAnswer send(@Nullable String sandbox, String endpoint) throws IOException {
        var properties = new PushProperties(
                "",
                "",
                sandbox,
                40,
                64,
                4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofHours(1));
        var service = new PushService(properties, new BaseUrl("https://blog.example"));
        try {
            return service.send(URI.create(endpoint), new SealedMessage(Map.of(), new byte[] {1}), "1", "normal");
        } finally {
            service.destroy();
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
