package io.microblog.internal;

import io.microblog.event.Visibility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTextTests {

    @Test
    void knowsAWarning() {
        assertThat(text("Spoiler").hasWarning()).isTrue();
        assertThat(text(" ").hasWarning()).isFalse();
        assertThat(text("").hasWarning()).isFalse();
    }

    private static StatusText text(String spoilerText) {
        return new StatusText(1, 1, Visibility.PUBLIC, "en", "<p>Hello</p>", spoilerText, false);
    }
}
