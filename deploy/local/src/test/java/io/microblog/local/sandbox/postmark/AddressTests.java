package io.microblog.local.sandbox.postmark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressTests {

    @Test
    void readsABareAddress() {
        assertThat(Address.parse(" ann+x@mail.example.org ")).isEqualTo(new Address(null, "ann+x@mail.example.org"));
    }

    @Test
    void readsNamesWithAndWithoutQuotes() {
        assertThat(Address.parse("Ann Lee <ann@example.org>")).isEqualTo(new Address("Ann Lee", "ann@example.org"));
        assertThat(Address.parse("\"Lee, \\\"Ann\\\"\" <ann@example.org>"))
                .isEqualTo(new Address("Lee, \"Ann\"", "ann@example.org"));
    }

    @Test
    void keepsCommasInQuotedNamesTogether() {
        assertThat(Address.parseList("\"Lee, Ann\" <ann@example.org>, bob@example.org"))
                .extracting(Address::email)
                .containsExactly("ann@example.org", "bob@example.org");
    }

    @Test
    void writesWhatItReads() {
        var address = new Address("Lee, \"Ann\" \\", "ann@example.org");

        assertThat(Address.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ann", "ann@", "@example.org", "ann@exa mple.org", "Ann <ann>", "a@b <ann@example.org", "ä@b.de"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
    }

    @Test
    void readsVeryLongNonsenseWithoutHarm() {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse("\"" + "a\\b".repeat(200_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse("a@" + "b.".repeat(200_000)));
    }
}
