package io.microblog.local.sandbox.postmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A mail as the messages API shows it; the last four fields only in the details. */
record OutboundMessage(
        @Nullable String tag,
        @JsonProperty("MessageID") String messageId,
        String messageStream,
        List<Recipient> to,
        List<Recipient> cc,
        List<Recipient> bcc,
        List<String> recipients,
        Instant receivedAt,
        String from,
        String subject,
        List<String> attachments,
        String status,
        boolean trackOpens,
        String trackLinks,
        Map<String, String> metadata,
        boolean sandboxed,
        @Nullable String textBody,
        @Nullable String htmlBody,
        @Nullable String body,
        @Nullable List<Event> messageEvents) {

    record Recipient(String email, @Nullable String name) {}

    record Event(String recipient, String type, Instant receivedAt, Map<String, String> details) {}

    static OutboundMessage summary(SentMessage message) {
        return of(message, null, null);
    }

    static OutboundMessage details(SentMessage message) {
        return of(message, source(message), events(message));
    }

    private static OutboundMessage of(SentMessage message, @Nullable String source, @Nullable List<Event> events) {
        return new OutboundMessage(
                message.tag(),
                message.id(),
                message.messageStream(),
                recipients(message.to()),
                recipients(message.cc()),
                recipients(message.bcc()),
                message.recipients().stream().map(Address::email).toList(),
                message.receivedAt(),
                message.from().toString(),
                message.subject(),
                message.attachments(),
                "Sent",
                message.trackOpens(),
                message.trackLinks(),
                message.metadata(),
                true,
                source == null ? null : message.textBody(),
                source == null ? null : message.htmlBody(),
                source,
                events);
    }

    private static List<Recipient> recipients(List<Address> addresses) {
        return addresses.stream()
                .map(address -> new Recipient(address.email(), address.name()))
                .toList();
    }

    private static List<Event> events(SentMessage message) {
        var details = Map.of(
                "DeliveryMessage", "kept by the sandbox, sent to nobody",
                "DestinationServer", "localhost",
                "DestinationIP", "127.0.0.1");
        return message.recipients().stream()
                .map(address -> new Event(address.email(), "Delivered", message.receivedAt(), details))
                .toList();
    }

    private static String source(SentMessage message) {
        var headers = message.headers().stream()
                .map(header -> header.name() + ": " + header.value() + "\r\n")
                .collect(Collectors.joining());
        return "From: " + message.from() + "\r\nSubject: " + message.subject() + "\r\n" + headers + "\r\n"
                + (message.textBody() == null ? message.htmlBody() : message.textBody());
    }
}
