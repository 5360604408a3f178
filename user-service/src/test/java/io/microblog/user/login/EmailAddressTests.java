package io.microblog.user.login;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "someone@müller.example, someone@xn--mller-kva.example",
        "someone@MÜLLER.example, someone@xn--mller-kva.example",
        "someone@mu\u0308ller.example, someone@xn--mller-kva.example",
        "someone@XN--MLLER-KVA.example, someone@xn--mller-kva.example",
        "x@例え。テスト, x@xn--r8jz45g.xn--zckzah",
        "x@ΑΘΗΝΑΣ.example, x@xn--mxaard0a1b.example"
    })
    void hasOneFormForADomainInAnyScript(String written, String canonical) {
        assertThat(EmailAddress.canonical(written)).isEqualTo(canonical);
        assertThat(EmailAddress.isValid(canonical)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@straße.example",
                "x@a\u200db.example",
                "x@a\u202eb.example",
                "x@a\uff20b.example",
                "jürgen@example.org",
                "x@\u3002example.org",
                "x@ü-.example"
            })
    void refusesWhatHasNoFormOfItsOwn(String address) {
        assertThat(EmailAddress.isValid(EmailAddress.canonical(address))).isFalse();
    }
}
