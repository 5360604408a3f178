package io.microblog.user.push;

import java.util.concurrent.atomic.AtomicInteger;

import io.microblog.internal.PushKey;
import io.microblog.kit.problem.Unavailable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PushKeysTests {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void asksOnce() {
        var keys = new PushKeys(() -> {
            calls.incrementAndGet();
            return new PushKey("key");
        });

        assertThat(keys.find()).hasValue("key");
        assertThat(keys.find()).hasValue("key");
        assertThat(calls).hasValue(1);
    }

    @Test
    void hasNobodyWaitForAServiceThatIsAway() {
        var keys = new PushKeys(() -> {
            calls.incrementAndGet();
            throw new Unavailable("away");
        });

        assertThat(keys.find()).isEmpty();
        assertThat(keys.find()).isEmpty();
        assertThat(calls).hasValue(1);
    }
}
