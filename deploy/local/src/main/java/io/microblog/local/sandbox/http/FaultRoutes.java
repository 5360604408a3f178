package io.microblog.local.sandbox.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** {@code /sandbox/faults}: the switch by HTTP. */
public final class FaultRoutes {

    private record Setting(
            @Nullable String fault,
            @Nullable Integer times,
            @JsonProperty("retry_after") @Nullable Integer retryAfter,
            @Nullable String match,
            @Nullable Boolean everywhere) {}

    private static final int BODY_LIMIT = 16 * 1024;

    private final Faults faults;

    private FaultRoutes(Faults faults) {
        this.faults = faults;
    }

    /** Adds GET, PUT and DELETE of the switch. */
    public static void add(Faults faults, Routes routes) {
        var handlers = new FaultRoutes(faults);
        routes.add("GET", "/sandbox/faults", _ -> handlers.show())
                .add("PUT", "/sandbox/faults", handlers::set)
                .add("DELETE", "/sandbox/faults", _ -> handlers.heal());
    }

    private Reply show() {
        var fault = faults.current();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("fault", fault.kind().wireName());
        shown.put("times", fault.times());
        shown.put("retry_after", fault.retryAfter().toSeconds());
        if (fault.match() != null) {
            shown.put("match", fault.match().pattern());
        }
        shown.put("everywhere", fault.readsToo());
        return Reply.json(200, shown);
    }

    private Reply set(Call call) {
        try {
            var body = call.body(BODY_LIMIT, bad("The body is too large"));
            faults.set(fault(Json.PLAIN.readValue(body, Setting.class)));
            return show();
        } catch (PatternSyntaxException e) {
            throw new Refused(bad("match is not a regular expression: " + e.getDescription()));
        } catch (JacksonException e) {
            throw new Refused(bad("The body is not JSON of the right shape: " + e.getOriginalMessage()));
        }
    }

    private Reply heal() {
        faults.set(Fault.none());
        return show();
    }

    private static Fault fault(Setting setting) {
        var times = setting.times() == null ? 0 : setting.times();
        var retryAfter = setting.retryAfter() == null ? 1 : setting.retryAfter();
        if (times < 0 || retryAfter < 0) {
            throw new Refused(bad("times and retry_after are not below 0"));
        }
        var everywhere = Boolean.TRUE.equals(setting.everywhere());
        var fault = new Fault(kind(setting.fault()), times, Duration.ofSeconds(retryAfter), null, everywhere);
        return setting.match() == null ? fault : fault.matching(setting.match());
    }

    private static Fault.Kind kind(@Nullable String name) {
        return Arrays.stream(Fault.Kind.values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(bad("fault is one of "
                        + Arrays.stream(Fault.Kind.values())
                                .map(Fault.Kind::wireName)
                                .collect(Collectors.joining(", ")))));
    }

    private static Reply bad(String message) {
        return Reply.json(400, Map.of("error", message));
    }
}
