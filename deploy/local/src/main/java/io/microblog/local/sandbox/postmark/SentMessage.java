package io.microblog.local.sandbox.postmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the sandbox accepted.
 *
 * @param id Postmark's MessageID
 * @param textBody plain text; it and the HTML body are never both absent, except in a summary
 * @param attachments their names; the contents are not kept
 */
public record SentMessage(
        String id,
        Instant receivedAt,
        Address from,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        @Nullable String replyTo,
        String subject,
        @Nullable String tag,
        @Nullable String textBody,
        @Nullable String htmlBody,
        Map<String, String> metadata,
        List<Header> headers,
        List<String> attachments,
        String messageStream,
        boolean trackOpens,
        String trackLinks) {

    /** A header that the sender asked for beyond the usual ones. */
    public record Header(String name, String value) {}

    static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\"'.,;:!?)\\]]");

    /** Whom it goes to, all three kinds. */
    @JsonIgnore
    public List<Address> recipients() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
    }

    /** Whether one of the recipients has this address; case makes no difference. */
    public boolean isTo(String email) {
        return recipients().stream().anyMatch(address -> address.is(email));
    }

    /** The http links in the text body, in order; a test follows them as a reader would. */
    @JsonIgnore
    public List<String> links() {
        return LINK.matcher(textBody == null ? "" : textBody)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    SentMessage withoutBodies() {
        return new SentMessage(
                id,
                receivedAt,
                from,
                to,
                cc,
                bcc,
                replyTo,
                subject,
                tag,
                null,
                null,
                metadata,
                List.of(),
                attachments,
                messageStream,
                trackOpens,
                trackLinks);
    }
}
