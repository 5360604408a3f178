package io.microblog.user;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microblog.internal.InternalCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for post-service and notification-service, as far as states are written through to them; posts are asked for,
 * and the latter tells its key.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ReplicaKeepers {

    private static final List<State> STATES = new CopyOnWriteArrayList<>();
    private static final Map<Long, Post> POSTS = new ConcurrentHashMap<>();
    private static final AtomicLong POST_IDS = new AtomicLong(1_000);
    private static final Set<String> AWAY = ConcurrentHashMap.newKeySet();

    /** What notification-service says that clients subscribe by. */
    public static final String PUSH_KEY =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8=";

    private static volatile int failures;

    /**
     * What somebody was told.
     *
     * @param keeper {@code posts} or {@code notifications}
     * @param committed the version that everybody could read in the database at that moment
     */
    public record State(String keeper, JsonNode json, long committed) {

        public long version() {
            return json.get("version").asLong();
        }
    }

    /** @param hiddenFrom who does not see it; null for nobody */
    private record Post(ObjectNode status, World.@Nullable Person hiddenFrom) {}

    /**
     * Publishes a post, as post-service shows it to somebody who has bookmarked it.
     *
     * @return its id
     */
    public static long post(World.Person author, String content) {
        long id = POST_IDS.incrementAndGet();
        ObjectNode status = JsonMapper.shared().createObjectNode();
        status.put("id", String.valueOf(id)).put("content", content).put("bookmarked", true);
        status.putObject("account").put("id", String.valueOf(author.id()));
        status.putArray("media_attachments").addObject().put("description", "A red bicycle");
        POSTS.put(id, new Post(status, null));
        return id;
    }

    /** Its author writes something else. */
    public static void edit(long post, String content) {
        POSTS.computeIfPresent(post, (id, old) -> {
            ObjectNode status = old.status().deepCopy();
            return new Post(status.put("content", content), old.hiddenFrom());
        });
    }

    /** Its author takes it away. */
    public static void delete(long post) {
        POSTS.remove(post);
    }

    /** From now on this person does not see it. */
    public static void hide(long post, World.Person from) {
        POSTS.computeIfPresent(post, (id, old) -> new Post(old.status(), from));
    }

    @Bean
    DynamicPropertyRegistrar replicaKeepers(HttpServer server) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return properties -> {
            properties.add("microblog.services.post-service", () -> base + "/posts");
            properties.add("microblog.services.notification-service", () -> base + "/notifications");
            properties.add("microblog.services.search-service", () -> base + "/search");
            properties.add("microblog.services.translation-service", () -> base + "/translations");
        };
    }

    @Bean
    static HttpServer replicaKeeperServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(runnable -> Thread.ofVirtual().start(runnable));
        server.start();
        return server;
    }

    @Bean
    Object replicaKeeping(HttpServer server, JdbcClient jdbc) {
        return server.createContext("/", exchange -> hear(exchange, jdbc));
    }

    /** What was told of an account so far. */
    public static List<State> of(World.Person person) {
        return STATES.stream()
                .filter(state -> state.json().path("id").asLong(0) == person.id())
                .toList();
    }

    /** What was told of how somebody stands to somebody else. */
    public static List<State> between(World.Person from, World.Person to) {
        return STATES.stream()
                .filter(state -> state.json().path("from_id").asLong(0) == from.id()
                        && state.json().path("to_id").asLong(0) == to.id())
                .toList();
    }

    /** While {@code action} runs, this one does not answer. */
    public static void whileAway(String keeper, Runnable action) {
        AWAY.add(keeper);
        try {
            action.run();
        } finally {
            AWAY.remove(keeper);
        }
    }

    /** The next so many calls fail. */
    public static void failNext(int calls) {
        failures = calls;
    }

    private static synchronized boolean fails(String keeper) {
        if (failures > 0) {
            failures--;
            return true;
        }
        return AWAY.contains(keeper);
    }

    private static void hear(HttpExchange exchange, JdbcClient jdbc) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String keeper = path.split("/")[1];
        boolean authorized =
                exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody());
        if (fails(keeper)) {
            exchange.sendResponseHeaders(503, -1);
        } else if (authorized && path.endsWith("/internal/push/key")) {
            answer(exchange, Map.of("public_key", PUSH_KEY));
        } else if (authorized && path.equals("/posts/internal/statuses")) {
            tell(exchange);
        } else if (authorized && path.endsWith("/internal/figures/daily")) {
            answer(exchange, Figures.daily(body));
        } else if (authorized && path.endsWith("/internal/figures/ranked")) {
            answer(exchange, Figures.ranked());
        } else if (authorized && path.endsWith("/internal/stack")) {
            answer(exchange, Figures.stack(keeper));
        } else if (authorized && exchange.getRequestMethod().equals("PUT")) {
            body.forEach(json -> STATES.add(new State(keeper, json, committed(json, jdbc))));
            exchange.sendResponseHeaders(204, -1);
        } else {
            exchange.sendResponseHeaders(400, -1);
        }
        exchange.close();
    }

    private static void tell(HttpExchange exchange) throws IOException {
        String reader = exchange.getRequestHeaders().getFirst(InternalCalls.READER);
        List<ObjectNode> seen = Pattern.compile("id=(\\d+)")
                .matcher(exchange.getRequestURI().getQuery())
                .results()
                .map(id -> POSTS.get(Long.parseLong(id.group(1))))
                .filter(Objects::nonNull)
                .filter(post -> post.hiddenFrom() == null
                        || !String.valueOf(post.hiddenFrom().id()).equals(reader))
                .map(Post::status)
                .toList();
        answer(exchange, seen);
    }

    private static void answer(HttpExchange exchange, Object content) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** What each of them counts, whatever it is asked for. */
    private static final class Figures {

        /** Three on each day, and one on each of as many days before. */
        static Map<String, ?> daily(JsonNode question) {
            int days = (int) ChronoUnit.DAYS.between(
                            LocalDate.parse(question.at("/days/from").asString()),
                            LocalDate.parse(question.at("/days/to").asString()))
                    + 1;
            return Map.of("days", Collections.nCopies(days, 3), "total", 3 * days, "previous", days);
        }

        static List<?> ranked() {
            return List.of(Map.of("key", "es", "count", 7), Map.of("key", "und", "count", 2));
        }

        static List<?> stack(String keeper) {
            Map<String, ?> database = Map.of("name", "postgresql", "bytes", 2048, "version", "1.2");
            return keeper.equals("search")
                    ? List.of(database, Map.of("name", "elasticsearch", "bytes", 1_600_000_000L, "version", "3.4"))
                    : List.of(database);
        }
    }

    private static long committed(JsonNode json, JdbcClient jdbc) {
        return json.has("from_id")
                ? jdbc.sql("SELECT version FROM relationship WHERE from_id = ? AND to_id = ?")
                        .params(json.get("from_id").asLong(), json.get("to_id").asLong())
                        .query(Long.class)
                        .single()
                : jdbc.sql("SELECT version FROM account WHERE id = ?")
                        .param(json.get("id").asLong())
                        .query(Long.class)
                        .single();
    }
}
