package io.microblog.notification.stream;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.websocket.Session;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One WebSocket of somebody who has joined the listeners already: its client subscribes and unsubscribes, and a thread of
 * its own writes what is heard.
 */
final class SocketHandler extends TextWebSocketHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of Tomcat: how many milliseconds a client may take to let a message through. */
    private static final String WRITE_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private static final long SLOWEST_WRITE = 5_000;
    private static final long LONGEST_HANDSHAKE = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    private final Listener listener;
    private final Caller caller;
    private final Listeners listeners;
    private final Subscriptions subscriptions;
    private final StreamProperties properties;
    private final AtomicInteger messages = new AtomicInteger();
    private volatile long countedSince = System.nanoTime();
    private final CompletableFuture<SocketTransport> transport = new CompletableFuture<>();

    SocketHandler(
            Listener listener,
            Caller caller,
            Listeners listeners,
            Subscriptions subscriptions,
            StreamProperties properties) {
        this.listener = listener;
        this.caller = caller;
        this.listeners = listeners;
        this.subscriptions = subscriptions;
        this.properties = properties;
    }

    /** What a client asks for. */
    private record Wish(
            @Nullable String type,
            @Nullable String stream,
            @Nullable String tag,
            @Nullable String list) {}

    private static final Wish NO_WISH = new Wish(null, null, null, null);

    /** Begins to write; without a connection, or when none comes of it, the listener is none any more. */
    void serve(boolean opened) {
        if (opened) {
            Thread.ofVirtual().name("stream").start(this::serve);
        } else {
            listeners.leave(listener);
        }
    }

    private void serve() {
        try {
            listener.serve(transport.get(LONGEST_HANDSHAKE, TimeUnit.MILLISECONDS), properties.heartbeat());
        } catch (ExecutionException | TimeoutException gone) {
            LOG.debug("A client has gone before its socket stood: {}", gone.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.leave(listener);
            // One that stands too late, too.
            var _ = transport.thenAccept(SocketTransport::abandon);
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession wrapped && wrapped.getNativeSession() instanceof Session tomcat) {
            tomcat.getUserProperties().put(WRITE_TIMEOUT, SLOWEST_WRITE);
        }
        transport.complete(new SocketTransport(session));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        heard();
        if (isTooMuch()) {
            listener.end(Ending.TOO_MANY_MESSAGES);
            return;
        }
        try {
            follow(Objects.requireNonNullElse(JSON.readValue(message.getPayload(), Wish.class), NO_WISH));
        } catch (Problem refusal) {
            refuse(refusal);
        } catch (JacksonException | IllegalArgumentException _) {
            refuse(new BadRequest("The message is not valid JSON"));
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        heard();
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        listener.end(Ending.GOING_AWAY);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        listeners.leave(listener);
    }

    private void follow(Wish wish) {
        Channel channel = Channel.of(wish.stream(), wish.tag(), wish.list());
        switch (wish.type()) {
            case "subscribe" -> subscriptions.add(listener, channel, caller);
            case "unsubscribe" -> listener.channels().remove(channel);
            case null, default -> throw new BadRequest("Unknown message type");
        }
    }

    private void refuse(Problem refusal) {
        listener.tell(JSON.writeValueAsString(
                Map.of("error", refusal.error(), "status", refusal.status().value())));
    }

    private void heard() {
        if (transport.isDone()) {
            transport.join().heard();
        }
    }

    private boolean isTooMuch() {
        long now = System.nanoTime();
        if (now - countedSince > properties.heartbeat().toNanos()) {
            countedSince = now;
            messages.set(0);
        }
        return messages.incrementAndGet() > properties.messages();
    }
}
