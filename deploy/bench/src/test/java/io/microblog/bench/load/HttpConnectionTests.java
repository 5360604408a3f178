package io.microblog.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpConnectionTests {

    @Test
    void readsBodiesOfAKnownLengthAndInChunksOnOneConnection() throws Exception {
        List<String> answers = List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"a\":1\r\n1\r\n}\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n");
        try (ServerSocket server = answering(answers);
                HttpConnection connection = to(server)) {
            HttpAnswer first = connection.send(HttpCall.get("/", null));
            assertThat(first.body()).isEqualTo("hello");
            assertThat(first.headers("Set-Cookie")).isEqualTo("a=1\nb=2");
            assertThat(connection
                            .send(HttpCall.get("/", "token"))
                            .json()
                            .path("a")
                            .asInt())
                    .isEqualTo(1);
            assertThat(connection.send(HttpCall.get("/", null)).status()).isEqualTo(204);
        }
    }

    @Test
    void beginsAnewWhereTheServerEndsTheConnection() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (ServerSocket server = answering(List.of(answer), List.of(answer));
                HttpConnection connection = to(server)) {
            assertThat(connection.send(HttpCall.get("/", null)).status()).isEqualTo(200);
            assertThat(connection.send(HttpCall.get("/", null)).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAnotherStatus() throws Exception {
        try (ServerSocket server = answering(List.of("HTTP/1.1 503 Away\r\nContent-Length: 0\r\n\r\n"));
                HttpConnection connection = to(server)) {
            assertThatThrownBy(() -> connection.expect(200, HttpCall.get("/x", null)))
                    .hasMessageContaining("GET /x was answered 503");
        }
    }

    private static HttpConnection to(ServerSocket server) throws IOException {
        return new HttpConnection(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    /** Connections one after the other, each with an answer for each request that comes, whatever it asks. */
    @SafeVarargs
    private static ServerSocket answering(List<String>... connections) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            for (List<String> answers : connections) {
                answer(server, answers);
            }
        });
        return server;
    }

    private static void answer(ServerSocket server, List<String> answers) {
        try (Socket socket = server.accept()) {
            for (String answer : answers) {
                assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
