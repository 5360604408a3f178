package io.microblog.local.sandbox.http;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The JDK's HTTP server with a virtual thread a request. */
public final class SandboxServer implements AutoCloseable {

    static {
        // Without it the JDK's server waits for the client's delayed acknowledgement: 40 ms a request.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final System.Logger LOG = System.getLogger(SandboxServer.class.getName());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SandboxServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes the port, without answering yet.
     *
     * @param address port 0 takes a free one
     * @throws IOException when the port is taken
     */
    public static SandboxServer bind(InetSocketAddress address) throws IOException {
        return new SandboxServer(HttpServer.create(address, 0));
    }

    /** Begins to answer, {@code GET /health} among the rest. */
    public void serve(Routes routes) {
        routes.add("GET", "/health", _ -> Reply.json(200, Map.of("status", "UP")));
        server.createContext("/", exchange -> serve(exchange, routes));
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where to reach it, without a slash at the end. */
    public String url() {
        var address = server.getAddress().getAddress();
        var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Routes routes) throws IOException {
        // Closing an exchange that has not answered closes its connection.
        try (exchange) {
            var reply = answer(exchange, routes);
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        }
    }

    private static Optional<Reply> answer(HttpExchange exchange, Routes routes) {
        try {
            var path = exchange.getRequestURI().getPath();
            var match = routes.match(exchange.getRequestMethod(), path);
            return match.handler().handle(new Call(exchange, match.variables()));
        } catch (Refused e) {
            return Optional.of(e.reply());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The sandbox failed on " + exchange.getRequestURI(), e);
            return Optional.of(Reply.json(500, Map.of("error", "The sandbox itself failed, see its log")));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        var bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
