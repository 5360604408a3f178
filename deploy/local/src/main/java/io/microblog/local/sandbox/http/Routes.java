package io.microblog.local.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Which handler answers which method and path. A slash at the end of a path makes no difference. */
public final class Routes {

    /** Answers a call; nothing means that the connection is closed without a reply. */
    @FunctionalInterface
    public interface Handler {
        Optional<Reply> handle(Call call);
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private record Route(String method, Pattern path, List<String> variables, Handler handler) {}

    record Match(Handler handler, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();
    private final Reply notFound;
    private final Reply methodNotAllowed;

    /** Answers for unknown paths, and for known paths asked by a method they do not have. */
    public Routes(Reply notFound, Reply methodNotAllowed) {
        this.notFound = notFound;
        this.methodNotAllowed = methodNotAllowed;
    }

    /** Adds a handler that always answers; the path may hold {@code {variables}}. */
    public Routes add(String method, String path, Function<Call, Reply> handler) {
        return addMayHangUp(method, path, call -> Optional.of(handler.apply(call)));
    }

    public Routes addMayHangUp(String method, String path, Handler handler) {
        var variables =
                VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
        var pattern = Pattern.compile(VARIABLE.matcher(path).replaceAll("([^/]+)") + "/?");
        routes.add(new Route(method, pattern, variables, handler));
        return this;
    }

    Match match(String method, String path) {
        var known = false;
        for (var route : routes) {
            var variables = variables(route, path);
            if (variables != null && (route.method().equals(method) || isHeadOf(route, method))) {
                return new Match(route.handler(), variables);
            }
            known |= variables != null;
        }
        var refusal = known ? methodNotAllowed : notFound;
        return new Match(_ -> Optional.of(refusal), Map.of());
    }

    private static boolean isHeadOf(Route route, String method) {
        return method.equals("HEAD") && route.method().equals("GET");
    }

    private static @Nullable Map<String, String> variables(Route route, String path) {
        var matcher = route.path().matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < route.variables().size(); i++) {
            values.put(route.variables().get(i), matcher.group(i + 1));
        }
        return values;
    }
}
