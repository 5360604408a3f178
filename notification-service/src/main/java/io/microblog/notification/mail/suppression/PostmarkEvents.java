package io.microblog.notification.mail.suppression;

import java.time.Instant;
import java.util.Optional;

import io.microblog.kit.problem.Invalid;
import io.microblog.notification.mail.provider.MessageStream;
import io.microblog.notification.mail.provider.PostmarkStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws from what Postmark tells who gets no more mail, and who gets it again. What is told twice changes nothing. */
@Component
@ConditionalOnProperty(name = "microblog.mail.provider", havingValue = "postmark", matchIfMissing = true)
class PostmarkEvents {

    private final PostmarkStreams streams;
    private final Suppressions suppressions;
    private final JdbcClient jdbc;

    PostmarkEvents(PostmarkStreams streams, Suppressions suppressions, JdbcClient jdbc) {
        this.streams = streams;
        this.suppressions = suppressions;
        this.jdbc = jdbc;
    }

    /** @throws Invalid when the event lacks what its kind has */
    void on(PostmarkEvent event) {
        Optional<MessageStream> stream = streams.named(event.messageStream());
        if (stream.isEmpty()) {
            // Somebody else's: a server at Postmark may have more streams than ours.
            return;
        }
        switch (required("RecordType", event.recordType())) {
            case "Bounce" -> bounced(stream.get(), event);
            case "SpamComplaint" -> suppress(stream.get(), event, SuppressionReason.SPAM_COMPLAINT);
            case "SubscriptionChange" -> changed(stream.get(), event);
            default -> {
                // Deliveries, openings and clicks concern nobody here.
            }
        }
    }

    /** After most bounces Postmark tries the next mail again. */
    private void bounced(MessageStream stream, PostmarkEvent event) {
        if (Boolean.TRUE.equals(event.inactive())) {
            suppress(stream, event, bounceReason(event.type()));
        }
    }

    private void suppress(MessageStream stream, PostmarkEvent event, SuppressionReason reason) {
        String email = required("Email", event.email());
        Instant at = required("BouncedAt", event.bouncedAt());
        suppressions.suppress(stream, email, recipient(event), reason, at);
    }

    private void changed(MessageStream stream, PostmarkEvent event) {
        String address = required("Recipient", event.recipient());
        Instant at = required("ChangedAt", event.changedAt());
        if (required("SuppressSending", event.suppressSending())) {
            suppressions.suppress(stream, address, recipient(event), reason(event.suppressionReason()), at);
        } else {
            suppressions.lift(stream, address, at);
        }
    }

    /** Whom the mail went to that brought it up; forgotten after a while, and then nobody. */
    private @Nullable Long recipient(PostmarkEvent event) {
        String delivery = event.metadata() == null ? null : event.metadata().get("delivery");
        if (delivery == null || !delivery.matches("\\d{1,18}")) {
            return null;
        }
        return jdbc.sql("SELECT recipient_id FROM delivery WHERE id = :id")
                .param("id", Long.parseLong(delivery))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static SuppressionReason bounceReason(@Nullable String type) {
        return switch (type) {
            case "SpamComplaint" -> SuppressionReason.SPAM_COMPLAINT;
            case "ManuallyDeactivated", "Unsubscribe" -> SuppressionReason.MANUAL;
            case null, default -> SuppressionReason.HARD_BOUNCE;
        };
    }

    private static SuppressionReason reason(@Nullable String name) {
        return switch (name) {
            case "HardBounce" -> SuppressionReason.HARD_BOUNCE;
            case "SpamComplaint" -> SuppressionReason.SPAM_COMPLAINT;
            case null, default -> SuppressionReason.MANUAL;
        };
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Invalid.field(field, "ERR_BLANK", "can't be blank");
        }
        return value;
    }
}
