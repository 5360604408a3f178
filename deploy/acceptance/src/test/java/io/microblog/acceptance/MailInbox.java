package io.microblog.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What the mail provider accepted, read back through its own API. */
final class MailInbox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;
    private final Http http = new Http()
            .with("X-Postmark-Server-Token", Secrets.get("POSTMARK_SERVER_TOKEN"))
            .with("Accept", "application/json");

    MailInbox(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** A mail as it left. */
    record Mail(String subject, String text) {

        /** The first link whose address contains {@code part}. */
        String link(String part) {
            return text.lines()
                    .flatMap(line -> List.of(line.split("[\\s<>\"]+")).stream())
                    .filter(word -> word.startsWith("http") && word.contains(part))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link with " + part + " in " + text));
        }
    }

    List<Mail> all() {
        JsonNode found = http.get(RunningPlatform.MAIL_SANDBOX + "/messages/outbound?count=500&offset=0&recipient="
                        + Http.encode(address))
                .expect(200)
                .json();
        return StreamSupport.stream(found.get("Messages").spliterator(), false)
                .map(message -> message.get("MessageID").asString())
                .map(this::read)
                .toList();
    }

    /** Waits for a mail whose text or subject contains {@code words}. */
    Mail await(String words) {
        return Awaitility.await("mail to " + address + " with " + words)
                .atMost(PATIENCE)
                .until(this::all, mails -> mails.stream().anyMatch(mail -> contains(mail, words)))
                .stream()
                .filter(mail -> contains(mail, words))
                .findFirst()
                .orElseThrow();
    }

    private static boolean contains(Mail mail, String words) {
        return mail.subject().contains(words) || mail.text().contains(words);
    }

    private Mail read(String id) {
        JsonNode details = http.get(RunningPlatform.MAIL_SANDBOX + "/messages/outbound/" + id + "/details")
                .expect(200)
                .json();
        return new Mail(
                details.get("Subject").asString(), details.get("TextBody").asString());
    }
}
