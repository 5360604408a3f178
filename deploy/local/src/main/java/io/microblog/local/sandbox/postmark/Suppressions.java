package io.microblog.local.sandbox.postmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Json;
import io.microblog.local.sandbox.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that get no mail, the same for all streams and forgotten at the end of the process.
 *
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Suppressions API</a>
 */
final class Suppressions {

    private record Change(@Nullable List<Item> suppressions) {}

    private record Item(@Nullable String emailAddress) {}

    private record Outcome(
            String emailAddress, String status, @Nullable String message) {}

    private record Entry(String emailAddress, String suppressionReason, String origin, Instant createdAt) {}

    private static final int BODY_LIMIT = 1024 * 1024;

    private final ConcurrentMap<String, Instant> since = new ConcurrentHashMap<>();

    void add(String email) {
        since.putIfAbsent(Address.key(email), Instant.now());
    }

    void remove(String email) {
        since.remove(Address.key(email));
    }

    boolean contains(Address address) {
        return since.containsKey(address.key());
    }

    Reply create(Call call) {
        return change(call, "Suppressed");
    }

    Reply delete(Call call) {
        return change(call, "Deleted");
    }

    Reply dump() {
        var entries = since.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), "ManualSuppression", "Customer", entry.getValue()))
                .toList();
        return PostmarkReplies.ok(Map.of("Suppressions", entries));
    }

    private Reply change(Call call, String status) {
        var body = call.body(BODY_LIMIT, PostmarkReplies.TOO_LARGE);
        var items = PostmarkReplies.parse(() -> Json.UPPER_CAMEL_CASE.readValue(body, Change.class))
                .suppressions();
        var outcomes = Optional.ofNullable(items).orElse(List.of()).stream()
                .map(item -> change(item.emailAddress() == null ? "" : item.emailAddress(), status))
                .toList();
        return PostmarkReplies.ok(Map.of("Suppressions", outcomes));
    }

    private Outcome change(String email, String status) {
        try {
            var address = Address.parse(email);
            if (status.equals("Suppressed")) {
                add(address.email());
            } else {
                remove(address.email());
            }
            return new Outcome(email, status, null);
        } catch (IllegalArgumentException e) {
            return new Outcome(email, "Failed", "An invalid email address was provided.");
        }
    }
}
