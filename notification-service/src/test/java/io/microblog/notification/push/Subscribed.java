package io.microblog.notification.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.microblog.local.sandbox.push.PushSandbox;
import io.microblog.local.sandbox.push.PushedMessage;
import io.microblog.notification.Person;
import io.microblog.notification.PushServiceStandIn;
import io.microblog.notification.Reply;
import io.microblog.testing.TestTokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser or phone, signed in with a token of its own. */
public final class Subscribed {

    private static final String PATH = "/api/v1/push/subscription";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Person person;
    private final String sid = "sid-" + UUID.randomUUID();
    private final PushSandbox.Subscription subscription =
            PushServiceStandIn.get().subscribe();
    private boolean standard = true;
    private String scope = "push";

    public Subscribed(Person person) {
        this.person = person;
    }

    /** A device whose client speaks the draft before the standard. */
    Subscribed ofOld() {
        standard = false;
        return this;
    }

    Subscribed withScope(String other) {
        scope = other;
        return this;
    }

    /** Subscribes to these kinds of notifications. */
    public Subscribed to(String... kinds) {
        Reply reply = subscribe("all", kinds);
        if (reply.status() != 200) {
            throw new AssertionError(reply.content());
        }
        return this;
    }

    Reply subscribe(String policy, String... kinds) {
        return calls(HttpMethod.POST, target(data(policy, kinds), Map.of()));
    }

    /** Subscribes with some parts of the target replaced. */
    Reply subscribe(Map<String, ?> parts, String... kinds) {
        return calls(HttpMethod.POST, target(data("all", kinds), parts));
    }

    Reply changes(String policy, String... kinds) {
        return calls(HttpMethod.PUT, Map.of("data", data(policy, kinds)));
    }

    public Reply reads() {
        return calls(HttpMethod.GET, Map.of());
    }

    Reply ends() {
        return calls(HttpMethod.DELETE, Map.of());
    }

    Reply calls(HttpMethod method, Map<String, ?> body) {
        String token = TestTokens.with(claims ->
                claims.subject(Long.toString(person.id())).claim("scope", scope).claim("sid", sid));
        return person.world()
                .run(MockMvcRequestBuilders.request(method, PATH)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(body)));
    }

    /** The browser forgets that it was subscribed. */
    void leaves() {
        PushServiceStandIn.get().unsubscribe(subscription);
    }

    String sid() {
        return sid;
    }

    PushSandbox.Subscription subscription() {
        return subscription;
    }

    /** What came, newest first. */
    List<PushedMessage> messages() {
        return PushServiceStandIn.get().messagesTo(subscription);
    }

    /** What the messages say, newest first. */
    public List<JsonNode> payloads() {
        return messages().stream().map(message -> JSON.readTree(message.text())).toList();
    }

    List<String> titles() {
        var titles = new ArrayList<String>();
        payloads().forEach(payload -> titles.add(payload.path("title").asString()));
        return titles;
    }

    private Map<String, ?> target(Map<String, ?> data, Map<String, ?> parts) {
        var target = new HashMap<String, Object>();
        target.put("endpoint", subscription.endpoint());
        target.put("standard", standard);
        target.put(
                "keys",
                Map.of(
                        "p256dh",
                        subscription.keys().p256dh(),
                        "auth",
                        subscription.keys().auth()));
        target.putAll(parts);
        return Map.of("subscription", target, "data", data);
    }

    private static Map<String, ?> data(String policy, String... kinds) {
        var alerts = new HashMap<String, Boolean>();
        for (String kind : kinds) {
            alerts.put(kind, true);
        }
        return Map.of("policy", policy, "alerts", alerts);
    }
}
