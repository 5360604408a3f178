package io.microblog.local.sandbox.postmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.local.sandbox.http.Fault;
import org.jspecify.annotations.Nullable;

/** Takes mails in and says of each what became of it. */
final class Mailroom {

    /** Postmark's answer to one mail; a refused one has only a code and a message. */
    record Receipt(
            @Nullable String to,
            @Nullable String cc,
            @Nullable String bcc,
            @Nullable Instant submittedAt,
            @JsonProperty("MessageID") @Nullable String messageId,
            int errorCode,
            String message) {

        boolean isRefusal() {
            return errorCode != 0;
        }
    }

    private final MessageStore store;
    private final Suppressions suppressions;

    Mailroom(MessageStore store, Suppressions suppressions) {
        this.store = store;
        this.suppressions = suppressions;
    }

    /** Keeps the good ones, all at once; the receipts stand in the order of the requests. */
    List<Receipt> accept(List<EmailRequest> requests, Fault fault) {
        var receipts = new ArrayList<Receipt>();
        var accepted = new ArrayList<SentMessage>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            try {
                var message = check(request, fault.spoils(i, request.recipients()));
                accepted.add(message);
                receipts.add(receipt(request, message));
            } catch (EmailRefused e) {
                receipts.add(new Receipt(null, null, null, null, null, e.code(), e.text()));
            }
        }
        store.add(accepted);
        return receipts;
    }

    private SentMessage check(EmailRequest request, boolean spoiled) {
        var message = EmailRules.check(request);
        if (spoiled || message.recipients().stream().allMatch(address -> isSuppressed(message, address))) {
            throw new EmailRefused(
                    EmailRefused.INACTIVE_RECIPIENT,
                    "You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: "
                            + join(message.recipients()) + ". Inactive recipients are ones that have generated a hard "
                            + "bounce, a spam complaint, or a manual suppression.");
        }
        return message;
    }

    private boolean isSuppressed(SentMessage message, Address address) {
        return suppressions.contains(message.messageStream(), address);
    }

    private Receipt receipt(EmailRequest request, SentMessage message) {
        var inactive = message.recipients().stream()
                .filter(address -> isSuppressed(message, address))
                .toList();
        var words = inactive.isEmpty()
                ? "OK"
                : "Message OK, but will not deliver to these inactive addresses: " + join(inactive);
        return new Receipt(request.to(), request.cc(), request.bcc(), message.receivedAt(), message.id(), 0, words);
    }

    private static String join(List<Address> addresses) {
        return addresses.stream().map(Address::email).collect(Collectors.joining(", "));
    }
}
