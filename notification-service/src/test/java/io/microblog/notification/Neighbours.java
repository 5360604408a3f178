package io.microblog.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as user-service and post-service do, over HTTP. */
@TestConfiguration(proxyBeanMethods = false)
public class Neighbours {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** JSON by path and id: {@code accounts}, {@code contacts}, {@code account-states}, {@code security-mails}, ... */
    private static final Map<String, Map<String, Map<String, ?>>> ANSWERS = new ConcurrentHashMap<>();

    /** Posts that a reader may not see, as {@code reader/post}. */
    private static final Set<String> HIDDEN = ConcurrentHashMap.newKeySet();

    /** How post-service answers who of those who listen gets what; nobody as long as no test says so. */
    private static final AtomicReference<Function<JsonNode, ?>> AUDIENCE = new AtomicReference<>(question -> List.of());

    private static final Set<String> DOWN = ConcurrentHashMap.newKeySet();
    private static final Collection<String> CALLS = new ConcurrentLinkedQueue<>();

    @Bean
    DynamicPropertyRegistrar neighbours() throws IOException {
        int users = serve("user-service");
        int posts = serve("post-service");
        return properties -> {
            properties.add("microblog.services.user-service", () -> "http://127.0.0.1:" + users);
            properties.add("microblog.services.post-service", () -> "http://127.0.0.1:" + posts);
        };
    }

    /** From now on {@code kind} answers this for {@code id}. */
    public static void know(String kind, Object id, Map<String, ?> answer) {
        ANSWERS.computeIfAbsent(kind, name -> new ConcurrentHashMap<>()).put(id.toString(), answer);
    }

    /** From now on {@code kind} answers for {@code id} with another value of one field. */
    public static void change(String kind, Object id, String field, Object value) {
        var changed = new HashMap<String, Object>(
                Objects.requireNonNull(Objects.requireNonNull(ANSWERS.get(kind)).get(id.toString())));
        changed.put(field, value);
        know(kind, id, changed);
    }

    /** From now on {@code kind} knows nothing of {@code id}. */
    public static void forget(String kind, Object id) {
        Objects.requireNonNull(ANSWERS.get(kind)).remove(id.toString());
    }

    /** From now on this reader does not see this post. */
    public static void hide(long post, long reader) {
        HIDDEN.add(reader + "/" + post);
    }

    /** From now on post-service answers this to the question who of those who listen gets what. */
    public static void tellsAudience(Function<JsonNode, ?> answer) {
        AUDIENCE.set(answer);
    }

    /** The service answers 503 while {@code action} runs. */
    public static void whileDown(String service, Runnable action) {
        DOWN.add(service);
        try {
            action.run();
        } finally {
            DOWN.remove(service);
        }
    }

    /** The questions so far that contain all these words. */
    public static List<String> calls(String... words) {
        return CALLS.stream()
                .filter(call -> List.of(words).stream().allMatch(call::contains))
                .toList();
    }

    private static int serve(String service) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/", exchange -> answer(service, exchange));
        server.setExecutor(runnable -> Thread.ofVirtual().start(runnable));
        server.start();
        return server.getAddress().getPort();
    }

    private static void answer(String service, HttpExchange exchange) throws IOException {
        String reader = exchange.getRequestHeaders().getFirst("Microblog-Reader");
        CALLS.add(service + " " + exchange.getRequestURI() + " reader=" + reader);
        boolean identified = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ");
        if (DOWN.contains(service) || !identified) {
            reply(exchange, identified ? 503 : 401, Map.of());
            return;
        }
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (path[2].equals("streams")) {
            answerStreams(exchange, path, reader);
            return;
        }
        if (path[2].equals("mail-recipients")) {
            reply(exchange, 200, recipients(exchange));
            return;
        }
        if (path[2].equals("staff")) {
            reply(
                    exchange,
                    200,
                    List.copyOf(ANSWERS.getOrDefault("staff", Map.of()).values()));
            return;
        }
        if (path[path.length - 1].equals("highlights")) {
            Map<String, ?> best = ANSWERS.getOrDefault("highlights", Map.of()).getOrDefault(reader, Map.of());
            reply(exchange, 200, List.copyOf(best.values()));
            return;
        }
        if (path[path.length - 1].equals("shown")) {
            reply(exchange, 200, read("status", JSON.readTree(exchange.getRequestBody())));
            return;
        }
        if (path[path.length - 1].equals("texts")) {
            reply(exchange, 200, read("text", JSON.readTree(exchange.getRequestBody())));
            return;
        }
        if (path[2].equals("contacts")) {
            reply(
                    exchange,
                    200,
                    JSON.readTree(exchange.getRequestBody())
                            .valueStream()
                            .flatMap(id -> find("contacts", id.asString(), reader).stream())
                            .toList());
            return;
        }
        if (path.length > 3) {
            Optional<Map<String, ?>> one = find(path[2], path[3], reader);
            reply(
                    exchange,
                    one.isPresent() ? 200 : 404,
                    one.<Object>map(Function.identity()).orElse(Map.of()));
            return;
        }
        var query =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        Stream<Map<String, ?>> asked =
                query.getOrDefault("id", List.of()).stream().flatMap(id -> find(path[2], id, reader).stream());
        Stream<Map<String, ?>> named = query.getOrDefault("username", List.of()).stream()
                .flatMap(name -> ANSWERS.getOrDefault(path[2], Map.of()).values().stream()
                        .filter(answer -> name.equals(answer.get("username"))));
        reply(exchange, 200, Stream.concat(asked, named).toList());
    }

    /** Everybody with an address, as user-service pages them. */
    private static List<Map<String, ?>> recipients(HttpExchange exchange) {
        var query =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        long after = Long.parseLong(Objects.requireNonNull(query.getFirst("after")));
        int limit = Integer.parseInt(Objects.requireNonNull(query.getFirst("limit")));
        Map<String, Map<String, ?>> contacts = ANSWERS.getOrDefault("contacts", Map.of());
        return contacts.keySet().stream()
                .map(Long::valueOf)
                .filter(id -> id > after)
                .sorted()
                .limit(limit)
                .<Map<String, ?>>map(id -> Map.of(
                        "account_id",
                        Long.toString(id),
                        "locale",
                        Objects.requireNonNull(Objects.requireNonNull(contacts.get(id.toString()))
                                .get("locale")),
                        "permissions",
                        0))
                .toList();
    }

    /** Posts, each to a reader of its own, under this name. */
    private static List<Map<String, ?>> read(String name, JsonNode wanted) {
        return wanted.valueStream()
                .<Map<String, ?>>flatMap(one -> {
                    String reader = one.path("reader_id").asString();
                    return find("statuses", one.path("id").asString(), reader)
                            .map(post -> Map.of("reader_id", reader, name, post))
                            .stream();
                })
                .toList();
    }

    private static void answerStreams(HttpExchange exchange, String[] path, @Nullable String reader)
            throws IOException {
        if (path[3].equals("deliveries")) {
            reply(exchange, 200, AUDIENCE.get().apply(JSON.readTree(exchange.getRequestBody())));
        } else {
            boolean own = find("lists", path[4], reader)
                    .map(list -> String.valueOf(list.get("owner")).equals(reader))
                    .orElse(false);
            reply(exchange, own ? 200 : 404, Map.of());
        }
    }

    private static Optional<Map<String, ?>> find(String kind, String id, @Nullable String reader) {
        boolean hidden = switch (kind) {
            case "statuses" -> HIDDEN.contains(reader + "/" + id);
            case "reports" -> !ANSWERS.getOrDefault("staff", Map.of()).containsKey(String.valueOf(reader));
            default -> false;
        };
        return hidden
                ? Optional.empty()
                : Optional.ofNullable(ANSWERS.getOrDefault(kind, Map.of()).get(id));
    }

    private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        try (exchange) {
            exchange.getResponseBody().write(json);
        }
    }
}
