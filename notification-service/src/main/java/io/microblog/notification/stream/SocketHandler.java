package io.microblog.notification.stream;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.websocket.Session;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One WebSocket: its client subscribes and unsubscribes, and a thread of its own writes what is heard. */
final class SocketHandler extends TextWebSocketHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of Tomcat: how many milliseconds a client may take to let a message through. */
    private static final String WRITE_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private static final long SLOWEST_WRITE = 5_000;

    private final Listener listener;
    private final Caller caller;
    private final @Nullable Channel first;
    private final Listeners listeners;
    private final Subscriptions subscriptions;
    private final StreamProperties properties;
    private final AtomicInteger messages = new AtomicInteger();
    private volatile long countedSince = System.nanoTime();
    private volatile @Nullable SocketTransport transport;

    SocketHandler(
            Listener listener,
            Caller caller,
            @Nullable Channel first,
            Listeners listeners,
            Subscriptions subscriptions,
            StreamProperties properties) {
        this.listener = listener;
        this.caller = caller;
        this.first = first;
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

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession wrapped && wrapped.getNativeSession() instanceof Session tomcat) {
            tomcat.getUserProperties().put(WRITE_TIMEOUT, SLOWEST_WRITE);
        }
        var socket = new SocketTransport(session);
        transport = socket;
        try {
            listeners.join(listener);
        } catch (Problem fullMeanwhile) {
            listener.end(Ending.REFUSED);
        }
        if (first != null) {
            listener.channels().add(first);
        }
        Thread.ofVirtual().name("stream").start(() -> serve(socket));
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

    private void serve(SocketTransport socket) {
        try {
            listener.serve(socket, properties.heartbeat());
        } finally {
            listeners.leave(listener);
            socket.abandon();
        }
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
        SocketTransport socket = transport;
        if (socket != null) {
            socket.heard();
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
