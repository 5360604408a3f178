package io.microblog.local.sandbox.postmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.microblog.local.sandbox.postmark.EmailRequest.Attachment;
import io.microblog.local.sandbox.postmark.EmailRequest.HeaderField;
import org.jspecify.annotations.Nullable;

/**
 * Postmark's documented rules for a mail.
 *
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Email API</a>
 */
final class EmailRules {

    private static final int MAX_RECIPIENTS = 50;
    private static final int MAX_SUBJECT = 2_000;
    private static final int MAX_TAG = 1_000;
    private static final int MAX_BODY_BYTES = 5 * 1024 * 1024;
    private static final int MAX_METADATA = 10;
    private static final int MAX_METADATA_NAME = 20;
    private static final int MAX_METADATA_VALUE = 80;
    private static final Pattern STREAM = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,29}");
    private static final Set<String> TRACK_LINKS = Set.of("None", "HtmlAndText", "HtmlOnly", "TextOnly");

    private EmailRules() {}

    /**
     * Makes a mail of a request.
     *
     * @throws EmailRefused when a rule is broken
     */
    static SentMessage check(EmailRequest request) {
        var from = from(request.from());
        var to = recipients("To", request.to());
        var cc = recipients("Cc", request.cc());
        var bcc = recipients("Bcc", request.bcc());
        recipients("ReplyTo", request.replyTo());
        count(to.size(), to.size() + cc.size() + bcc.size());
        bodies(request.textBody(), request.htmlBody());
        return new SentMessage(
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                from,
                to,
                cc,
                bcc,
                request.replyTo(),
                limited("Subject", request.subject() == null ? "" : request.subject(), MAX_SUBJECT),
                request.tag() == null ? null : limited("Tag", request.tag(), MAX_TAG),
                request.textBody(),
                request.htmlBody(),
                metadata(request.metadata()),
                all(request.headers(), HeaderField::checked),
                all(request.attachments(), Attachment::checkedName),
                stream(request.messageStream()),
                Boolean.TRUE.equals(request.trackOpens()),
                trackLinks(request.trackLinks()));
    }

    private static Address from(@Nullable String text) {
        try {
            var addresses = Address.parseList(text);
            if (addresses.size() == 1) {
                return addresses.getFirst();
            }
        } catch (IllegalArgumentException e) {
            // The same answer as for none or several.
        }
        throw EmailRefused.invalid("Invalid 'From' address: '" + (text == null ? "" : text) + "'.");
    }

    private static List<Address> recipients(String field, @Nullable String text) {
        try {
            return Address.parseList(text);
        } catch (IllegalArgumentException e) {
            throw EmailRefused.invalid("Invalid '" + field + "' address: '" + e.getMessage() + "'.");
        }
    }

    private static void count(int to, int all) {
        if (to == 0) {
            throw EmailRefused.invalid("Zero recipients specified");
        }
        if (all > MAX_RECIPIENTS) {
            throw EmailRefused.invalid("Maximum of " + MAX_RECIPIENTS + " recipients allowed per email message.");
        }
    }

    private static void bodies(@Nullable String text, @Nullable String html) {
        if ((text == null || text.isEmpty()) && (html == null || html.isEmpty())) {
            throw EmailRefused.invalid("Provide either email TextBody or HtmlBody or both.");
        }
        limited("TextBody", text == null ? "" : text, MAX_BODY_BYTES);
        limited("HtmlBody", html == null ? "" : html, MAX_BODY_BYTES);
    }

    private static String limited(String field, String value, int max) {
        if (value.length() > max) {
            throw EmailRefused.invalid(
                    "The '" + field + "' is " + value.length() + " characters long; " + max + " are allowed.");
        }
        return value;
    }

    private static Map<String, String> metadata(@Nullable Map<String, String> metadata) {
        if (metadata == null) {
            return Map.of();
        }
        if (metadata.size() > MAX_METADATA) {
            throw EmailRefused.invalid("Metadata holds at most " + MAX_METADATA + " fields.");
        }
        metadata.forEach((name, value) -> {
            limited("Metadata field name", name, MAX_METADATA_NAME);
            limited("Metadata field value", value, MAX_METADATA_VALUE);
        });
        return metadata;
    }

    private static <T, R> List<R> all(@Nullable List<T> items, Function<T, R> check) {
        return items == null ? List.of() : items.stream().map(check).toList();
    }

    private static String stream(@Nullable String stream) {
        if (stream == null || stream.isEmpty()) {
            return "outbound";
        }
        if (!STREAM.matcher(stream).matches()) {
            throw new EmailRefused(
                    EmailRefused.NO_SUCH_STREAM, "The 'MessageStream' provided does not exist on this server.");
        }
        return stream;
    }

    private static String trackLinks(@Nullable String trackLinks) {
        if (trackLinks != null && !TRACK_LINKS.contains(trackLinks)) {
            throw EmailRefused.invalid("Invalid 'TrackLinks' value.");
        }
        return trackLinks == null ? "None" : trackLinks;
    }
}
