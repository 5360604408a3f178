package io.microblog.post;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microblog.event.AccountState;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Answers as user-service does, over HTTP. */
@TestConfiguration(proxyBeanMethods = false)
public class UserServiceStub {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final Collection<AccountState> ACCOUNTS = new ConcurrentLinkedQueue<>();
    private static final Collection<URI> REQUESTS = new ConcurrentLinkedQueue<>();
    private static volatile int status = 200;

    @Bean
    DynamicPropertyRegistrar userService() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/account-states", UserServiceStub::answer);
        server.start();
        return properties -> properties.add(
                "microblog.services.user-service",
                () -> "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it knows this account. */
    static void knows(AccountState account) {
        ACCOUNTS.add(account);
    }

    /** It answers with this status while {@code action} runs. */
    public static void whileAnswering(int failure, Runnable action) {
        status = failure;
        try {
            action.run();
        } finally {
            status = 200;
        }
    }

    /** The questions so far that contain {@code text}. */
    public static List<URI> requestsWith(String text) {
        return REQUESTS.stream().filter(uri -> uri.toString().contains(text)).toList();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        REQUESTS.add(exchange.getRequestURI());
        var query =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        List<AccountState> found = ACCOUNTS.stream()
                .filter(account -> query.getOrDefault("id", List.of()).contains(Long.toString(account.id()))
                        || query.getOrDefault("username", List.of()).stream()
                                .anyMatch(account.username()::equalsIgnoreCase))
                .toList();
        byte[] body = JSON.writeValueAsString(found).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
