package io.microblog.local.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports on the loopback address. */
public final class Ports {

    /** Below the range from which the system takes ports for outgoing connections, so a stopped engine finds its port again. */
    private static final int FIRST = 20_000;

    private static final int LAST = 30_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST));

    private Ports() {}

    /** A port that nobody listens on, and that this JVM has not been given before, but for after thousands. */
    public static int free() {
        int port = next();
        while (!isFree(port)) {
            port = next();
        }
        return port;
    }

    private static int next() {
        return NEXT.getAndUpdate(port -> port == LAST ? FIRST : port + 1);
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The port itself, or a free one for zero. */
    static int orFree(int port) {
        return port == 0 ? free() : port;
    }
}
