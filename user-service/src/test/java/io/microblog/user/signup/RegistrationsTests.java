package io.microblog.user.signup;

import io.microblog.user.signup.Registrations.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RegistrationsTests {

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 7, 29, 256})
    void refusesWorkThatProtectsNothingOrNeverEnds(int proof) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Registrations(Mode.OPEN, proof))
                .withMessageContaining("MICROBLOG_REGISTRATIONS_PROOF");
    }

    @Test
    void sharesWorkAmongTasks() {
        assertThat(new Registrations(Mode.OPEN, 20).zerosOfTask(16)).isEqualTo(16);
    }
}
