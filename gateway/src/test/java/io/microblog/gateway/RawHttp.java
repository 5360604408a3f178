package io.microblog.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends what no decent client would, and returns all that comes back until the connection ends. */
final class RawHttp {

    private RawHttp() {}

    static String get(int port, String target) throws IOException {
        return send(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends {@code next} over the same connection, once the answer to {@code first} has ended with {@code end}. */
    static String sendInTurn(int port, String first, String end, String next) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            socket.getOutputStream().write(first.getBytes(StandardCharsets.UTF_8));
            var answer = new StringBuilder();
            while (!answer.toString().endsWith(end)) {
                int read = socket.getInputStream().read();
                if (read < 0) {
                    return answer.toString();
                }
                answer.append((char) read);
            }
            socket.getOutputStream().write(next.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A connection on which this much has been sent. */
    static Socket open(int port, String begun) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    static String send(int port, String request) throws IOException {
        try (var socket = open(port, request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
