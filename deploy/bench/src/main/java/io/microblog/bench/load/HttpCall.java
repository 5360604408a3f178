package io.microblog.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A request, prepared once and sent often. */
public final class HttpCall {

    private final String line;
    private final byte[] bytes;

    private HttpCall(String line, byte[] bytes) {
        this.line = line;
        this.bytes = bytes;
    }

    /** @param token for the Authorization header; null for nobody */
    public static HttpCall get(String path, @Nullable String token) {
        return of("GET", path, authorization(token), "");
    }

    public static HttpCall postJson(String path, @Nullable String token, String json) {
        return of("POST", path, authorization(token) + "Content-Type: application/json\r\n", json);
    }

    public static HttpCall postForm(String path, Map<String, String> headers, String form) {
        return of("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n" + lines(headers), form);
    }

    /** A GET for somebody who reads that language. */
    public static HttpCall getIn(String language, String path, String token) {
        return of("GET", path, authorization(token) + "Accept-Language: " + language + "\r\n", "");
    }

    /** Whatever a server takes JSON for, or lines of it. */
    public static HttpCall json(String method, String path, String json) {
        return of(method, path, "Content-Type: application/json\r\n", json);
    }

    /** @param headers further ones, by which the server knows who asks */
    public static HttpCall json(String method, String path, Map<String, String> headers, String json) {
        return of(method, path, "Content-Type: application/json\r\n" + lines(headers), json);
    }

    private static String lines(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        return lines.toString();
    }

    private static String authorization(@Nullable String token) {
        return token == null ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    private static HttpCall of(String method, String path, String headers, String content) {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        String line = method + " " + path;
        String length = body.length > 0 ? "Content-Length: " + body.length + "\r\n" : "";
        byte[] head = (line + " HTTP/1.1\r\nHost: localhost:8080\r\nAccept: */*\r\n" + headers + length + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[head.length + body.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        return new HttpCall(line, bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return line;
    }
}
