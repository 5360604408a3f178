package io.microblog.local.sandbox.push;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Faults;
import io.microblog.local.sandbox.http.Refused;
import io.microblog.local.sandbox.http.Reply;
import io.microblog.local.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** The push service, and the browsers that are subscribed to it. */
final class PushApi {

    /** What every push service takes at least (RFC 8030, 7.2); this one takes no more. */
    private static final int MAX_BYTES = 4_096;

    private static final int KEPT = 1_000;
    private static final Set<String> URGENCIES = Set.of("very-low", "low", "normal", "high");

    private final Faults faults;
    private final String url;
    private final Map<String, Subscriber> subscribers = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedDeque<PushedMessage> messages = new ConcurrentLinkedDeque<>();
    private final AtomicLong calls = new AtomicLong();
    private final SecureRandom random = new SecureRandom();

    /** @param url where this service is reached */
    PushApi(Faults faults, String url) {
        this.faults = faults;
        this.url = url;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/sandbox/subscriptions", _ -> Reply.json(201, subscribe()))
                .addMayHangUp("POST", "/push/{id}", this::push)
                .add("DELETE", "/push/{id}", call -> unsubscribe(call.variable("id")))
                .add("GET", "/sandbox/messages", call -> Reply.json(200, messages(call.query("subscription"))))
                .add("DELETE", "/sandbox/messages", _ -> clear());
    }

    /** A subscription of a browser of its own, as browsers describe them. */
    PushSandbox.Subscription subscribe() {
        var auth = new byte[16];
        random.nextBytes(auth);
        var subscriber = new Subscriber(UUID.randomUUID().toString(), Curve.newKeys(), auth);
        subscribers.put(subscriber.id(), subscriber);
        return new PushSandbox.Subscription(
                url + "/push/" + subscriber.id(),
                new PushSandbox.Keys(
                        encode(Curve.point((ECPublicKey) subscriber.keys().getPublic())), encode(auth)));
    }

    /** Newest first. */
    List<PushedMessage> messages(@Nullable String subscription) {
        return messages.stream()
                .filter(message ->
                        subscription == null || message.subscription().equals(subscription))
                .toList();
    }

    long calls() {
        return calls.get();
    }

    Reply unsubscribe(String id) {
        if (subscribers.remove(id) == null) {
            return error(404, "There is no such subscription");
        }
        gone.add(id);
        return Reply.of(204, "application/json", "");
    }

    Reply clear() {
        messages.clear();
        return Reply.json(200, Map.of("messages", 0));
    }

    private Optional<Reply> push(Call call) {
        calls.incrementAndGet();
        return faults.work(List.of(call.variable("id")), _ -> take(call));
    }

    private Reply take(Call call) {
        var id = call.variable("id");
        var subscriber = subscribers.get(id);
        if (subscriber == null) {
            return gone.contains(id)
                    ? error(410, "The subscription has ended")
                    : error(404, "There is no such subscription");
        }
        var body = call.body(MAX_BYTES, error(413, "More than " + MAX_BYTES + " bytes"));
        var lifetime = lifetime(call);
        var urgency = call.header("Urgency");
        var topic = call.header("Topic");
        if (urgency != null && !URGENCIES.contains(urgency)) {
            return error(400, "There is no such urgency");
        }
        if (topic != null && !topic.matches("[A-Za-z0-9_-]{1,32}")) {
            return error(400, "The topic is not 1 to 32 characters of base64");
        }
        var sender = sender(call);
        var message = new PushedMessage(
                UUID.randomUUID().toString(),
                id,
                String.valueOf(call.header("Content-Encoding")),
                sender.contact(),
                lifetime,
                urgency,
                topic,
                decrypt(call, body, subscriber),
                Instant.now());
        messages.addFirst(message);
        while (messages.size() > KEPT) {
            messages.pollLast();
        }
        return Reply.of(201, "application/json", "").with("Location", url + "/message/" + message.id());
    }

    private static long lifetime(Call call) {
        var header = call.header("TTL");
        if (header == null || !header.matches("\\d{1,9}")) {
            throw new Refused(error(400, "The header TTL is missing"));
        }
        return Long.parseLong(header);
    }

    /** By the standard's header, or by the two of the draft before it. */
    private Vapid sender(Call call) {
        var authorization = String.valueOf(call.header("Authorization"));
        var space = authorization.indexOf(' ');
        var scheme = space < 0 ? authorization : authorization.substring(0, space);
        var rest = authorization.substring(space + 1);
        var parameters = HeaderParameters.of(scheme.equalsIgnoreCase("vapid") ? rest : call.header("Crypto-Key"));
        var token = scheme.equalsIgnoreCase("vapid") ? parameters.get("t") : rest;
        var key = parameters.get(scheme.equalsIgnoreCase("vapid") ? "k" : "p256ecdsa");
        boolean known = scheme.equalsIgnoreCase("vapid") || scheme.equalsIgnoreCase("WebPush");
        if (!known || token == null || key == null) {
            throw new Refused(error(401, "Who sends must be told (RFC 8292)"));
        }
        try {
            return Vapid.verify(token, key, url, Instant.now());
        } catch (GeneralSecurityException e) {
            throw new Refused(error(403, String.valueOf(e.getMessage())));
        }
    }

    /** A push service cannot; this one is the browser, too. */
    private static String decrypt(Call call, byte[] body, Subscriber subscriber) {
        try {
            return switch (String.valueOf(call.header("Content-Encoding"))) {
                case "aes128gcm" -> Decryption.standard(body, subscriber);
                case "aesgcm" ->
                    Decryption.draft(
                            body,
                            decode(HeaderParameters.of(call.header("Encryption"))
                                    .get("salt")),
                            decode(HeaderParameters.of(call.header("Crypto-Key"))
                                    .get("dh")),
                            subscriber);
                default -> throw new Refused(error(415, "Content-Encoding is neither aes128gcm nor aesgcm"));
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refused(error(400, "The message cannot be read: " + e.getMessage()));
        }
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, Map.of("error", message));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(@Nullable String text) {
        return Base64.getUrlDecoder().decode(text == null ? "" : text);
    }
}
