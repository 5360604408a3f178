package io.microblog.bench.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableTests {

    @Test
    void isMarkdownWithColumnsThatLineUp() {
        assertThat(new Table("", "requests/s").row("gateway", "12").markdown()).isEqualTo("""
                |         | requests/s |
                | ------- | ---------- |
                | gateway | 12         |
                """);
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table("a").row("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }
}
