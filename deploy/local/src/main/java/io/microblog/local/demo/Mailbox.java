package io.microblog.local.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** Reads the mail that the platform sends, in the sandbox that catches it, by Postmark's own API. */
final class Mailbox {

    private static final Pattern CONFIRMATION = Pattern.compile("https?://[^/\\s]+(/auth/confirmation\\S*)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoApi sandbox;
    private final Map<String, String> headers;

    /** @param token the server token with which the platform sends its mail */
    Mailbox(String sandbox, String token) {
        this.sandbox = new DemoApi(sandbox);
        this.headers = Map.of("X-Postmark-Server-Token", token);
    }

    /** The path of the link that confirms the address, as soon as the mail has come. */
    String awaitConfirmation(String address) {
        String search =
                "/messages/outbound?count=10&offset=0&recipient=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (JsonNode message : sandbox.get(search, null, headers).path("Messages")) {
                String id = message.path("MessageID").asString();
                JsonNode details = sandbox.get("/messages/outbound/" + id + "/details", null, headers);
                Matcher link = CONFIRMATION.matcher(details.path("TextBody").asString());
                if (link.find()) {
                    return URI.create(link.group(1)).toString();
                }
            }
            Pause.of(Duration.ofMillis(200));
        }
        throw new DemoException(
                "No mail came to confirm " + address + ". Is the mail sandbox the platform's provider?");
    }
}
