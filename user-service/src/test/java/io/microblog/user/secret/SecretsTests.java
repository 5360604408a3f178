package io.microblog.user.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SecretsTests {

    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.UTF_8);

    private final Secrets secrets = new Secrets(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void opensWhatItSealed() {
        byte[] sealed = secrets.seal("purpose", PLAIN);

        assertThat(secrets.open("purpose", sealed)).isEqualTo(PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("plain");
    }

    @Test
    void refusesWhatWasChangedOrMeantForSomethingElse() {
        byte[] sealed = secrets.seal("purpose", PLAIN);
        assertThatIllegalStateException().isThrownBy(() -> secrets.open("another", sealed));

        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> secrets.open("purpose", sealed));
    }

    @Test
    void signsForOnePurpose() {
        assertThat(secrets.sign("a", new byte[1])).hasSize(32).isNotEqualTo(secrets.sign("b", new byte[1]));
    }

    @Test
    void saysThatTheSecretIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Secrets(""))
                .withMessageContaining("MICROBLOG_SECRET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Secrets("c2hvcnQ="))
                .withMessageContaining("MICROBLOG_SECRET");
    }
}
