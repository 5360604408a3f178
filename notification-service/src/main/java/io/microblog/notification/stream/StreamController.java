package io.microblog.notification.stream;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.openapi.Answers;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.notification.credential.PresentedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.server.HandshakeHandler;

/** Where clients begin to listen. */
@RestController
@RequestMapping("/api/v1/streaming")
class StreamController {

    private static final String BASE = "/api/v1/streaming/";

    /** Set by the gateway alone, which wants to know why there was no socket. */
    private static final String PREFLIGHT = "Microblog-Preflight";

    private final Listeners listeners;
    private final Subscriptions subscriptions;
    private final NewsFeed news;
    private final EndFeed ends;
    private final HandshakeHandler handshakes;
    private final StreamProperties properties;

    StreamController(
            Listeners listeners,
            Subscriptions subscriptions,
            NewsFeed news,
            EndFeed ends,
            HandshakeHandler handshakes,
            StreamProperties properties) {
        this.listeners = listeners;
        this.subscriptions = subscriptions;
        this.news = news;
        this.ends = ends;
        this.handshakes = handshakes;
        this.properties = properties;
    }

    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    @Answers(type = MediaType.TEXT_PLAIN_VALUE)
    @OpenToAll
    String health() {
        return "OK";
    }

    /**
     * Opens a WebSocket, on which clients subscribe to several streams, one of them by the address already: to that
     * they listen before they are answered. The gateway asks in plain HTTP for the words of a refusal.
     */
    @GetMapping
    @Answers(status = 101)
    @RequiresScope({"read:statuses", "read:notifications"})
    void socket(
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String list,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller) {
        boolean preflight = request.getHeader(PREFLIGHT) != null;
        if (!preflight && !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw new NotFound();
        }
        Channel first = stream == null ? null : Channel.of(stream, tag, list);
        if (first != null) {
            subscriptions.check(first, caller);
        }
        Listener listener = listener(request, caller);
        if (preflight) {
            listeners.check(listener);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        listeners.join(listener);
        if (first != null) {
            listener.channels().add(first);
        }
        open(new SocketHandler(listener, caller, listeners, subscriptions, properties), request, response);
    }

    private void open(SocketHandler socket, HttpServletRequest request, HttpServletResponse response) {
        boolean opened = false;
        try {
            opened = handshakes.doHandshake(
                    new ServletServerHttpRequest(request), new ServletServerHttpResponse(response), socket, Map.of());
        } finally {
            socket.serve(opened);
        }
    }

    /** Server-sent events of one stream. They have no ids: whoever comes back reads what there was meanwhile. */
    @GetMapping({
        "/user",
        "/user/notification",
        "/public",
        "/public/local",
        "/public/remote",
        "/hashtag",
        "/hashtag/local",
        "/list",
        "/direct"
    })
    @Answers(type = MediaType.TEXT_EVENT_STREAM_VALUE, body = String.class)
    @RequiresScope({"read:statuses", "read:notifications"})
    void events(
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(name = "only_media", defaultValue = "false") boolean onlyMedia,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller)
            throws IOException {
        String stream = request.getRequestURI().substring(BASE.length()).replace('/', ':');
        Channel channel = Channel.of(onlyMedia && stream.startsWith("public") ? stream + ":media" : stream, tag, list);
        subscriptions.check(channel, caller);
        Listener listener = listener(request, caller);
        listeners.join(listener);
        try {
            listener.channels().add(channel);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            var transport = new EventTransport(response.getOutputStream());
            transport.heartbeat();
            listener.serve(transport, properties.heartbeat());
        } finally {
            listeners.leave(listener);
        }
    }

    private Listener listener(HttpServletRequest request, Caller caller) {
        if (!news.isPlaced() || !ends.isPlaced()) {
            throw new Unavailable("Streams are temporarily unavailable");
        }
        var credential = new Listener.Credential(
                caller.requireAccount(),
                caller.sid(),
                PresentedToken.issuedAt(),
                caller.hasScope("read:notifications"),
                caller.permissions());
        String forwarded = request.getHeader("X-Forwarded-For");
        return new Listener(
                credential, Objects.requireNonNullElse(forwarded, request.getRemoteAddr()), properties.queue());
    }
}
