package io.microblog.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.net.httpserver.HttpServer;
import io.microblog.local.engine.JavaProgram;
import io.microblog.local.engine.Launch;

/** A process that answers on its port, to be a part of a platform. */
final class TinyServer {

    private TinyServer() {}

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("Tiny server on port " + args[0]);
    }

    static Part part(String name, int port, String... needs) {
        List<String> command = List.of(
                JavaProgram.path(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TinyServer.class.getName(),
                String.valueOf(port));
        return part(name, port, command, needs);
    }

    static Part part(String name, int port, List<String> command, String... needs) {
        return new Part(
                name,
                List.of(port),
                Set.of(needs),
                Set.of(needs),
                () -> new Launch(command, Map.of(), Path.of("/")),
                () -> Health.answers(port, "/"),
                () -> {},
                "TERM");
    }
}
