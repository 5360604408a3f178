package io.microblog.notification.mail.provider;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.org",
                "ann@example.org, bob@example.org",
                "ann@example.org;bob@example.org",
                "ann@example.org\r\nBcc: bob@example.org",
                "ann @example.org",
                "Ann <ann@example.org>",
                "\"a b\"@example.org",
                "ann@bob@example.org"
            })
    void refusesAllButOnePlainAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> mail(address, "Hello", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "ann+news@mail.example.co.uk", "ünïcode@exämple.org", "a@localhost"})
    void takesPlainAddresses(String address) {
        assertThat(mail(address, "Hello", Map.of()).to()).isEqualTo(address);
    }

    @Test
    void makesTheSubjectOneLine() {
        assertThat(mail("a@b.c", "Hello\r\nBcc: x@y.z\u2028Cc:\u0000\tq\u202E", Map.of())
                        .subject())
                .isEqualTo("Hello Bcc: x@y.z Cc: q");
        assertThat(mail("a@b.c", " two  words ", Map.of()).subject()).isEqualTo("two words");
        assertThat(mail("a@b.c", "tab\tand\u00a0more", Map.of()).subject()).isEqualTo("tab and\u00a0more");
        assertThat(mail("a@b.c", "x".repeat(199) + "😀😀", Map.of()).subject()).isEqualTo("x".repeat(199));
    }

    @Test
    void refusesHeadersOfSeveralLines() {
        assertThatIllegalArgumentException().isThrownBy(() -> mail("a@b.c", "Hello", Map.of("X-A", "a\r\nBcc: b@c.d")));
    }

    /** The link of a digest names each kind that it tells of. */
    @Test
    void takesLongHeaders() {
        String link = "<https://blog.example/" + "x".repeat(300) + ">";
        assertThat(mail("a@b.c", "Hello", Map.of("List-Unsubscribe", link)).headers())
                .containsEntry("List-Unsubscribe", link);
    }

    private static Mail mail(String to, String subject, Map<String, String> headers) {
        return new Mail(1, to, subject, "text", "<p>html</p>", "test", headers);
    }
}
