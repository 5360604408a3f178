package io.microblog.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service behind the gateway: remembers what it was asked and answers with its name, unless told otherwise. */
final class StubService implements AutoCloseable {

    record Received(String method, String uri, HttpHeaders headers, String body) {
        @Nullable
        String header(String name) {
            return headers.get(name);
        }
    }

    interface Answer {
        Publisher<Void> to(HttpServerRequest request, HttpServerResponse response);
    }

    private final String name;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> aside = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    private @Nullable DisposableServer server;
    private int port;

    StubService(String name) {
        this.name = name;
        start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    List<Received> received() {
        return received;
    }

    Received last() {
        return received.getLast();
    }

    void answers(Answer next) {
        answer.set(next);
    }

    void answersJson(int status, String json) {
        answers((request, response) -> json(response, status, json));
    }

    void answersNormally() {
        answer.set(null);
        received.clear();
    }

    void start() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .doOnChannelInit((observer, channel, address) -> connections.add(channel))
                .handle(this::handle)
                .bindNow(Duration.ofSeconds(5));
        port = server.port();
    }

    /** Like a process that is killed: nothing listens, and open connections end. */
    void stop() {
        if (server != null) {
            server.disposeNow(Duration.ofSeconds(5));
            server = null;
            connections.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        stop();
    }

    static Mono<Void> json(HttpServerResponse response, int status, String json) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .sendString(Mono.just(json))
                .then();
    }

    /** Answers what the gateway asks all the time by itself; it is not among what was received. */
    void answersAside(String uri, String json) {
        aside.put(uri, json);
    }

    /** How often it was asked that. */
    int askedAside() {
        return asked.get();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        String standing = aside.get(request.uri());
        if (standing != null) {
            asked.incrementAndGet();
            return json(response, 200, standing);
        }
        Answer special = answer.get();
        if (request.requestHeaders().contains("Upgrade") && special != null) {
            received.add(
                    new Received("GET", request.uri(), request.requestHeaders().copy(), ""));
            return special.to(request, response);
        }
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMapMany(body -> {
            received.add(new Received(
                    request.method().name(),
                    request.uri(),
                    request.requestHeaders().copy(),
                    body));
            return special == null
                    ? json(response, 200, "{\"service\":\"" + name + "\"}")
                    : Flux.from(special.to(request, response));
        });
    }
}
