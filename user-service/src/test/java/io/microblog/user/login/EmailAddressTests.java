package io.microblog.user.login;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.org", "a.b+c@mail.example.org", "x_y-z@localhost", "o'neil@example.ie"})
    void takesAddresses(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.org",
                "a@",
                "a@b@c.org",
                "a b@c.org",
                "a@b..org",
                ".a@b.org",
                "a.@b.org",
                "a..b@c.org",
                "a@-b.org",
                "a@b.org\r\nBcc: x@y.org",
                "a@b.org,c@d.org",
                "<a@b.org>",
                "a@b.org\u0000"
            })
    void refusesWhatIsNone(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @Test
    void ignoresCaseAndWhiteSpaceAround() {
        assertThat(EmailAddress.canonical(" Alice@Example.ORG ")).isEqualTo("alice@example.org");
    }
}
