package io.microblog.user.erasure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ErasurePropertiesTests {

    @Test
    void takesOneOrTwo() {
        assertThat(new ErasureProperties(2).needTwo()).isTrue();
        assertThat(new ErasureProperties(1).needTwo()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErasureProperties(0))
                .withMessageContaining("MICROBLOG_ERASURE_PERSONS");
    }
}
