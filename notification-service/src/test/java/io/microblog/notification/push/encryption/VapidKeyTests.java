package io.microblog.notification.push.encryption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class VapidKeyTests {

    /** The pairs of RFC 8291, appendix A. */
    @ParameterizedTest
    @CsvSource({
        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw,"
                + "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94,"
                + "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    })
    void findsThePublicHalf(String privateKey, String publicKey) {
        VapidKey key = VapidKey.parse(privateKey, "KEY");

        assertThat(key.headerText()).isEqualTo(publicKey);
        assertThat(key.publicText()).isEqualTo(publicKey + "=");
    }

    @Test
    void readsWhatOpensslMakes() {
        VapidKey key = VapidKey.parse("yfWPiYE+n46HLnH0KqZOF1fJJU3MYrct3AELtAQ+oRw=", "KEY");

        assertThat(key.headerText()).startsWith("BP4z9KsN6nGR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "__________________________________________8",
                "not base64!"
            })
    void refusesWhatIsNoKeyAndSaysWhereItStands(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> VapidKey.parse(text, "MICROBLOG_VAPID_KEY"))
                .withMessageStartingWith("MICROBLOG_VAPID_KEY must be");
    }
}
