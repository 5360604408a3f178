package io.microblog.local.sandbox.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.http.FaultRoutes;
import io.microblog.local.sandbox.http.Faults;
import io.microblog.local.sandbox.http.Page;
import io.microblog.local.sandbox.http.Reply;
import io.microblog.local.sandbox.http.Routes;
import io.microblog.local.sandbox.http.SandboxServer;

/**
 * A stand-in for the push services of browsers (RFC 8030) and for the browsers: it hands out subscriptions, takes what is
 * sent to them from whoever shows who they are (RFC 8292), decrypts it (RFC 8291) and shows it at {@code /}. It fails on
 * demand. All is kept until the end.
 */
public final class PushSandbox implements AutoCloseable {

    private final Faults faults = new Faults(
            Reply.json(500, Map.of("error", "Failing on demand")),
            Reply.json(429, Map.of("error", "Failing on demand")));
    private final PushApi api;
    private final SandboxServer server;

    /** As a browser describes it. */
    public record Subscription(String endpoint, Keys keys) {

        /** The last part of the endpoint, which names it here. */
        public String id() {
            return endpoint.substring(endpoint.lastIndexOf('/') + 1);
        }
    }

    /**
     * What messages are encrypted by, in base64 for addresses.
     *
     * @param p256dh the browser's public key
     * @param auth the secret shared with whoever sends
     */
    public record Keys(String p256dh, String auth) {}

    private PushSandbox(SandboxServer server) {
        this.server = server;
        this.api = new PushApi(faults, server.url());
        var routes = new Routes(
                Reply.json(404, Map.of("error", "There is nothing here")),
                Reply.json(405, Map.of("error", "Not by this method")));
        api.addTo(routes);
        FaultRoutes.add(faults, routes);
        routes.add("GET", "/", _ -> Page.reply(200, PushPage.of(api.messages(null), faults.current())))
                .add(
                        "GET",
                        "/assets/push.css",
                        _ -> Reply.of(200, "text/css; charset=utf-8", Page.resource(PushPage.class, "push.css")));
        server.serve(routes);
    }

    /**
     * Starts on the loopback address.
     *
     * @param port 0 takes a free one
     * @throws IOException when the port is taken
     */
    public static PushSandbox start(int port) throws IOException {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** @throws IOException when the port is taken */
    public static PushSandbox start(InetSocketAddress address) throws IOException {
        return new PushSandbox(SandboxServer.bind(address));
    }

    public int port() {
        return server.port();
    }

    /** Where to reach it, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** A subscription of a browser of its own. */
    public Subscription subscribe() {
        return api.subscribe();
    }

    /** The browser is gone: what comes from now on is answered 410. */
    public void unsubscribe(Subscription subscription) {
        api.unsubscribe(subscription.id());
    }

    /** What came to a subscription, newest first. */
    public List<PushedMessage> messagesTo(Subscription subscription) {
        return api.messages(subscription.id());
    }

    /** How many pushes arrived, whatever became of them. */
    public long calls() {
        return api.calls();
    }

    public void fail(Fault fault) {
        faults.set(fault);
    }

    public void heal() {
        faults.set(Fault.none());
    }

    @Override
    public void close() {
        faults.close();
        server.close();
    }
}
