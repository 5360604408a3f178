package io.microblog.local.sandbox.push;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Held against the example of RFC 8292, 2.4 and 3. */
class VapidTests {

    private static final String TOKEN =
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLC"
                    + "JleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rp"
                    + "iUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA";
    private static final String KEY =
            "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
    private static final String AUDIENCE = "https://push.example.net";
    private static final Instant END = Instant.ofEpochSecond(1_453_523_768);

    @Test
    void knowsTheSenderOfTheExample() throws GeneralSecurityException {
        Vapid sender = Vapid.verify(TOKEN, KEY, AUDIENCE, END.minusSeconds(60));

        assertThat(sender.contact()).isEqualTo("mailto:push@example.com");
    }

    @Test
    void refusesATokenForAnotherService() {
        refuses(TOKEN, KEY, "https://other.example.net", END.minusSeconds(60));
    }

    @Test
    void refusesATokenTooLateOrTooEarly() {
        refuses(TOKEN, KEY, AUDIENCE, END);
        refuses(TOKEN, KEY, AUDIENCE, END.minus(Duration.ofHours(25)));
    }

    @Test
    void refusesAnotherKey() {
        refuses(
                TOKEN,
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                AUDIENCE,
                END.minusSeconds(60));
    }

    private static void refuses(String token, String key, String audience, Instant now) {
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> Vapid.verify(token, key, audience, now));
    }
}
