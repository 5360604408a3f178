package io.microblog.local.sandbox.translator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.http.FaultRoutes;
import io.microblog.local.sandbox.http.Faults;
import io.microblog.local.sandbox.http.Routes;
import io.microblog.local.sandbox.http.SandboxServer;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for Microsoft Translator v3. It speaks the wire format and translates nothing: texts come back marked with
 * the language asked for. It fails on demand.
 */
public final class TranslatorSandbox implements AutoCloseable {

    private final Faults faults = new Faults(TranslatorError.SERVER.reply(), TranslatorError.TOO_MANY_REQUESTS.reply());
    private final TranslatorApi api;
    private final SandboxServer server;

    private TranslatorSandbox(SandboxServer server, @Nullable String key) {
        this.server = server;
        this.api = new TranslatorApi(faults, key);
        var routes = new Routes(TranslatorError.NOT_FOUND.reply(), TranslatorError.METHOD.reply());
        api.addTo(routes);
        FaultRoutes.add(faults, routes);
        server.serve(routes);
    }

    /**
     * Starts on the loopback address and accepts any key.
     *
     * @param port 0 takes a free one
     * @throws IOException when the port is taken
     */
    public static TranslatorSandbox start(int port) throws IOException {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), null);
    }

    /**
     * Starts on any address.
     *
     * @param key the only subscription key accepted; null accepts any
     * @throws IOException when the port is taken
     */
    public static TranslatorSandbox start(InetSocketAddress address, @Nullable String key) throws IOException {
        return new TranslatorSandbox(SandboxServer.bind(address), key);
    }

    public int port() {
        return server.port();
    }

    /** Where to reach it, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** How many requests to translate or detect arrived, whatever became of them. */
    public long calls() {
        return api.calls();
    }

    /** How many characters were answered, as the service bills them: once for each target language. */
    public long characters() {
        return api.characters();
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
