package io.microblog.local.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** One request as the handlers see it. */
public final class Call {

    private final HttpExchange exchange;
    private final Map<String, String> variables;
    private final Map<String, List<String>> query;

    Call(HttpExchange exchange, Map<String, String> variables) {
        this.exchange = exchange;
        this.variables = variables;
        this.query = parse(exchange.getRequestURI().getRawQuery());
    }

    /** The part of the path that stands for {@code {name}} in the route. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no {" + name + "}");
        }
        return value;
    }

    /** The first value of a query parameter, or null when it is not there. */
    public @Nullable String query(String name) {
        var values = query.get(name);
        return values == null ? null : values.getFirst();
    }

    /** All query parameters in the order sent; no list is empty. */
    public Map<String, List<String>> query() {
        return query;
    }

    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    public boolean isJson() {
        var type = header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    /**
     * Reads the whole body.
     *
     * @param limit in bytes
     * @throws Refused with the given answer when there is more
     */
    public byte[] body(int limit, Reply tooLarge) {
        try {
            var bytes = exchange.getRequestBody().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Refused(tooLarge);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> parse(@Nullable String rawQuery) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decode(name), _ -> new ArrayList<>()).add(decode(value));
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray percent sign: the text as it came is better than no answer.
            return text;
        }
    }
}
