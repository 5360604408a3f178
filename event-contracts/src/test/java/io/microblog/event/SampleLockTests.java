package io.microblog.event;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleLockTests {

    private static final byte[] CONTENT = "{\"a\":1}\n".getBytes(StandardCharsets.UTF_8);
    private static final SampleLock LOCK = SampleLock.parse(
            SampleLock.sha256(CONTENT) + "  t.v1/A.json\n" + SampleLock.sha256(CONTENT) + "  t.v1/B.json\n");

    private final Map<String, byte[]> samples = new HashMap<>(Map.of("t.v1/A.json", CONTENT, "t.v1/B.json", CONTENT));

    @Test
    void acceptsWhatItKnows() {
        assertThat(LOCK.violations(samples)).isEmpty();
    }

    @Test
    void noticesALostSample() {
        samples.remove("t.v1/B.json");

        assertThat(LOCK.violations(samples))
                .singleElement()
                .asString()
                .contains("t.v1/B.json is lost", "new topic version", "@Nullable");
    }

    @Test
    void noticesAChangedSample() {
        samples.put("t.v1/A.json", "{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(LOCK.violations(samples))
                .singleElement()
                .asString()
                .contains("t.v1/A.json changed", "new topic version", "@Nullable");
    }

    @Test
    void asksForTheHashOfANewSample() {
        samples.put("t.v1/A-new.json", CONTENT);

        assertThat(LOCK.violations(samples))
                .singleElement()
                .asString()
                .endsWith(SampleLock.sha256(CONTENT) + "  t.v1/A-new.json");
    }
}
