package io.microblog.local.sandbox.postmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Json;
import io.microblog.local.sandbox.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that get no mail of a stream, forgotten at the end of the process. As at Postmark, nobody takes back a
 * complaint.
 *
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Suppressions API</a>
 */
final class Suppressions {

    private record Change(@Nullable List<Item> suppressions) {}

    private record Item(@Nullable String emailAddress) {}

    private record Outcome(
            String emailAddress, String status, @Nullable String message) {}

    private record Entry(String emailAddress, String suppressionReason, String origin, Instant createdAt) {}

    private record Key(String stream, String email) {}

    /** Why those are on the list whom a client put there. */
    static final String MANUAL = "ManualSuppression";

    private static final String COMPLAINT = "SpamComplaint";
    private static final int BODY_LIMIT = 1024 * 1024;

    private final ConcurrentMap<Key, Entry> entries = new ConcurrentHashMap<>();

    /** @param reason in Postmark's words */
    void add(String stream, String email, String reason) {
        String origin = reason.equals(MANUAL) ? "Customer" : "Recipient";
        entries.putIfAbsent(key(stream, email), new Entry(Address.key(email), reason, origin, Instant.now()));
    }

    void remove(String stream, String email) {
        entries.remove(key(stream, email));
    }

    boolean contains(String stream, Address address) {
        return entries.containsKey(key(stream, address.email()));
    }

    Reply create(Call call) {
        return change(call, email -> {
            add(call.variable("stream"), email, MANUAL);
            return new Outcome(email, "Suppressed", null);
        });
    }

    Reply delete(Call call) {
        return change(call, email -> delete(call.variable("stream"), email));
    }

    Reply dump(Call call) {
        var dumped = entries.entrySet().stream()
                .filter(entry -> entry.getKey().stream().equals(call.variable("stream")))
                .map(Map.Entry::getValue)
                .toList();
        return PostmarkReplies.ok(Map.of("Suppressions", dumped));
    }

    private Outcome delete(String stream, String email) {
        var entry = entries.get(key(stream, email));
        if (entry != null && entry.suppressionReason().equals(COMPLAINT)) {
            return new Outcome(email, "Failed", "You do not have the required authority to change this suppression.");
        }
        remove(stream, email);
        return new Outcome(email, "Deleted", null);
    }

    private static Reply change(Call call, Function<String, Outcome> change) {
        var body = call.body(BODY_LIMIT, PostmarkReplies.TOO_LARGE);
        var items = PostmarkReplies.parse(() -> Json.UPPER_CAMEL_CASE.readValue(body, Change.class))
                .suppressions();
        var outcomes = Optional.ofNullable(items).orElse(List.of()).stream()
                .map(item -> outcome(item.emailAddress() == null ? "" : item.emailAddress(), change))
                .toList();
        return PostmarkReplies.ok(Map.of("Suppressions", outcomes));
    }

    private static Outcome outcome(String email, Function<String, Outcome> change) {
        try {
            return change.apply(Address.parse(email).email());
        } catch (IllegalArgumentException e) {
            return new Outcome(email, "Failed", "An invalid email address was provided.");
        }
    }

    private static Key key(String stream, String email) {
        return new Key(stream, Address.key(email));
    }
}
