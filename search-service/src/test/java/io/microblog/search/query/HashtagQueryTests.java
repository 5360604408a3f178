package io.microblog.search.query;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HashtagQueryTests {

    @Test
    void takesOperatorsLiterally() {
        assertThat(HashtagQuery.literally("a.*|b")).isEqualTo("a\\.\\*\\|b");
        assertThat(HashtagQuery.literally("猫2")).isEqualTo("猫2");
    }
}
