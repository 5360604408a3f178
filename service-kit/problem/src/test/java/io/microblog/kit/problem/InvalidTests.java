package io.microblog.kit.problem;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InvalidTests {

    @Test
    void saysWhatIsWrongInOneSentence() {
        Invalid invalid = Invalid.builder()
                .field("username", "ERR_TAKEN", "has already been taken")
                .field("username", "ERR_INVALID", "must contain only letters, numbers and underscores")
                .field("poll.expires_in", "ERR_TOO_SHORT", "is too short")
                .build();

        assertThat(invalid.error())
                .isEqualTo("Validation failed: Username has already been taken,"
                        + " Username must contain only letters, numbers and underscores,"
                        + " Poll expires in is too short");
        assertThat(invalid.details()).containsOnlyKeys("username", "poll.expires_in");
        assertThat(invalid.details().get("username"))
                .extracting(FieldProblem::error)
                .containsExactly("ERR_TAKEN", "ERR_INVALID");
    }

    @Test
    void throwsOnlyWhenSomethingIsWrong() {
        Invalid.Builder builder = Invalid.builder();
        assertThatCode(builder::throwIfAny).doesNotThrowAnyException();

        builder.field("text", "ERR_BLANK", "can't be blank");
        assertThatExceptionOfType(Invalid.class).isThrownBy(builder::throwIfAny);
    }
}
