package io.microblog.local.sandbox.postmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.http.FaultRoutes;
import io.microblog.local.sandbox.http.Faults;
import io.microblog.local.sandbox.http.Reply;
import io.microblog.local.sandbox.http.Routes;
import io.microblog.local.sandbox.http.SandboxServer;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for Postmark that keeps every mail and sends none. It speaks Postmark's API under its own address, shows
 * the mail as an inbox at {@code /}, and fails on demand.
 */
public final class PostmarkSandbox implements AutoCloseable {

    private static final List<String> STREAMS = List.of("outbound", "broadcast");

    private final MessageStore store;
    private final Suppressions suppressions = new Suppressions();
    private final Faults faults = new Faults(PostmarkReplies.SERVER_ERROR, PostmarkReplies.RATE_LIMITED);
    private final PostmarkApi api;
    private final SandboxServer server;

    private PostmarkSandbox(SandboxServer server, MessageStore store, @Nullable String token) {
        this.server = server;
        this.store = store;
        this.api = new PostmarkApi(store, suppressions, faults, token);
        var routes = new Routes(PostmarkReplies.NOT_FOUND, PostmarkReplies.METHOD_NOT_ALLOWED);
        api.addTo(routes);
        new Inbox(store, faults).addTo(routes);
        FaultRoutes.add(faults, routes);
        routes.add("DELETE", "/sandbox/messages", _ -> empty())
                .add("GET", "/sandbox/calls", _ -> Reply.json(200, Map.of("calls", api.calls())));
        server.serve(routes);
    }

    /**
     * Starts on the loopback address and accepts any token.
     *
     * @param port 0 takes a free one
     * @param directory where the mail is kept; null keeps it until closed
     * @throws IOException when the port is taken or the directory cannot be written
     */
    public static PostmarkSandbox start(int port, @Nullable Path directory) throws IOException {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), directory, null);
    }

    /**
     * Starts on any address.
     *
     * @param token the only server token accepted; null accepts any
     * @throws IOException when the port is taken or the directory cannot be written
     */
    public static PostmarkSandbox start(InetSocketAddress address, @Nullable Path directory, @Nullable String token)
            throws IOException {
        // The port comes first: whoever holds it owns the directory, too.
        var server = SandboxServer.bind(address);
        try {
            return new PostmarkSandbox(server, MessageStore.open(directory, MessageStore.CAPACITY), token);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    /** Where to reach it, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** All mails, newest first. */
    public List<SentMessage> messages() {
        return store.messages(_ -> true);
    }

    /** The mails that have this address among their recipients, newest first. */
    public List<SentMessage> messagesTo(String email) {
        return store.messages(message -> message.isTo(email));
    }

    /** How many requests to send arrived, whatever became of them; a batch is one. */
    public long calls() {
        return api.calls();
    }

    /** Makes mail to this address fail as inactive (406), by whichever stream of the usual two it leaves. */
    public void suppress(String email) {
        STREAMS.forEach(stream -> suppress(stream, email, Suppressions.MANUAL));
    }

    /**
     * The same on one stream.
     *
     * @param reason in Postmark's words: {@code HardBounce}, {@code SpamComplaint} or {@code ManualSuppression}
     */
    public void suppress(String stream, String email, String reason) {
        suppressions.add(stream, email, reason);
    }

    public void reactivate(String email) {
        STREAMS.forEach(stream -> suppressions.remove(stream, email));
    }

    public void fail(Fault fault) {
        faults.set(fault);
    }

    public void heal() {
        faults.set(Fault.none());
    }

    /** Forgets all mails. */
    public void clear() {
        store.clear();
    }

    @Override
    public void close() {
        faults.close();
        server.close();
        store.close();
    }

    private Reply empty() {
        clear();
        return Reply.json(200, Map.of("messages", 0));
    }
}
