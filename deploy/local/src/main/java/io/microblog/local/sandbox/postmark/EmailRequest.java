package io.microblog.local.sandbox.postmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.microblog.local.sandbox.postmark.SentMessage.Header;
import org.jspecify.annotations.Nullable;

/** What a client asks Postmark to send, unchecked. */
record EmailRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable String cc,
        @Nullable String bcc,
        @Nullable String replyTo,
        @Nullable String subject,
        @Nullable String tag,
        @Nullable String textBody,
        @Nullable String htmlBody,
        @Nullable Map<String, String> metadata,
        @Nullable List<HeaderField> headers,
        @Nullable List<Attachment> attachments,
        @Nullable String messageStream,
        @Nullable Boolean trackOpens,
        @Nullable String trackLinks) {

    record HeaderField(@Nullable String name, @Nullable String value) {

        Header checked() {
            if (name == null || name.isBlank() || value == null) {
                throw EmailRefused.invalid("A header has a 'Name' and a 'Value'.");
            }
            return new Header(name, value);
        }
    }

    record Attachment(
            @Nullable String name,
            @Nullable String content,
            @Nullable String contentType) {

        private static final Set<String> FORBIDDEN_ENDINGS =
                Set.of("exe", "bat", "cmd", "com", "js", "jar", "msi", "pif", "scr", "vbs", "lnk", "reg", "cpl", "hta");

        String checkedName() {
            if (name == null || content == null || contentType == null) {
                throw EmailRefused.invalid("An attachment has a 'Name', a 'Content' and a 'ContentType'.");
            }
            var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (FORBIDDEN_ENDINGS.contains(ending)) {
                throw new EmailRefused(
                        EmailRefused.FORBIDDEN_ATTACHMENT, "Attachments of type ." + ending + " are not allowed.");
            }
            return name;
        }
    }

    /** For matching faults: addresses where they can be read, else the text as sent. */
    List<String> recipients() {
        return Stream.of(to, cc, bcc)
                .flatMap(text -> text == null ? Stream.empty() : addresses(text))
                .toList();
    }

    private static Stream<String> addresses(String text) {
        try {
            return Address.parseList(text).stream().map(Address::email);
        } catch (IllegalArgumentException e) {
            return Stream.of(text);
        }
    }
}
