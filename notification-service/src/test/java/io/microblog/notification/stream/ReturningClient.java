package io.microblog.notification.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import io.microblog.notification.Person;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that follows the API's rule: it listens, and each time that it is back it first connects, then reads home and
 * notifications from the last that it knows.
 */
final class ReturningClient implements AutoCloseable, WebSocket.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ReturningClient.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Clients come back later. */
    private static final int BUSY = 503;

    private final Person person;
    private final String peer;
    private final Collection<Long> home;
    private final int otherPort;
    private final Set<Long> posts = new ConcurrentSkipListSet<>();
    private final Set<Long> notifications = new ConcurrentSkipListSet<>();
    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private final AtomicBoolean broken = new AtomicBoolean();
    private volatile boolean back;
    private volatile boolean closed;

    /**
     * @param home what the person's home shows at each moment
     * @param otherPort of the instance to which it goes when the first is gone
     */
    ReturningClient(Person person, String peer, Collection<Long> home, int otherPort) {
        this.person = person;
        this.peer = peer;
        this.home = home;
        this.otherPort = otherPort;
    }

    /** Connects for the first time. */
    ReturningClient listens(int port) {
        socket = open(port).join();
        return this;
    }

    /** Whether it has come to the other instance and read what it missed. */
    boolean isBack() {
        return back;
    }

    Set<Long> posts() {
        return posts;
    }

    Set<Long> notifications() {
        return notifications;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            take(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        comeBack();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        comeBack();
    }

    @Override
    public void close() {
        closed = true;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    private void take(JsonNode message) {
        long id =
                JSON.readTree(message.path("payload").asString("{}")).path("id").asLong();
        switch (message.path("event").asString("")) {
            case "update" -> posts.add(id);
            case "notification" -> notifications.add(id);
            default -> throw new AssertionError(message);
        }
    }

    private void comeBack() {
        if (!closed && broken.compareAndSet(false, true)) {
            Thread.ofVirtual().start(this::tryOther);
        }
    }

    private void tryOther() {
        while (!closed && !back) {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(500));
                WebSocket open = socket;
                if (open == null || open.isInputClosed()) {
                    socket = open(otherPort).join();
                }
                readWhatWasMissed();
                back = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | CompletionException e) {
                LOG.debug("The other instance does not answer yet: {}", e.toString());
            }
        }
    }

    private void readWhatWasMissed() throws IOException, InterruptedException {
        posts.addAll(home);
        long known = notifications.stream().max(Long::compare).orElse(0L);
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + otherPort + "/api/v1/notifications?limit=80&since_id=" + known))
                        .header("Authorization", "Bearer " + TestTokens.forAccount(person.id()))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == BUSY) {
            throw new IOException(answer.body());
        }
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        JSON.readTree(answer.body())
                .valueStream()
                .forEach(one -> notifications.add(one.path("id").asLong()));
    }

    private CompletableFuture<WebSocket> open(int port) {
        text.setLength(0);
        return HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + TestTokens.forAccount(person.id()))
                .header("X-Forwarded-For", peer)
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/streaming?stream=user"), this);
    }
}
