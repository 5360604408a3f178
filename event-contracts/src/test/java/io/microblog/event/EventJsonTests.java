package io.microblog.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventJsonTests {

    private static final PostEvent.PostDeleted DELETED =
            new PostEvent.PostDeleted(115591441368088578L, 3, 9, Instant.parse("2026-11-22T12:10:00.999Z"));

    @Test
    void writesIdsAsStringsAndInstantsAsText() {
        assertThat(new String(EventJson.write(DELETED), StandardCharsets.UTF_8))
                .contains(
                        "\"postId\":\"115591441368088578\"",
                        "\"version\":3",
                        "\"deletedAt\":\"2026-11-22T12:10:00.999Z\"")
                .doesNotContain("key", "topic", "type");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(EventJson.read(EventJson.write(DELETED), PostEvent.PostDeleted.class))
                .isEqualTo(DELETED);
    }

    @Test
    void ignoresFieldsOfANewerWriter() {
        assertThat(
                        read(
                                "{\"postId\":\"1\",\"version\":2,\"authorId\":\"3\",\"deletedAt\":\"1970-01-01T00:00:00Z\",\"new\":{\"a\":[1]}}"))
                .isEqualTo(new PostEvent.PostDeleted(1, 2, 3, Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"version\":2,\"authorId\":\"3\",\"deletedAt\":\"1970-01-01T00:00:00Z\"}",
                "{\"postId\":null,\"version\":2,\"authorId\":\"3\",\"deletedAt\":\"1970-01-01T00:00:00Z\"}",
                "{\"postId\":\"x\",\"version\":2,\"authorId\":\"3\",\"deletedAt\":\"1970-01-01T00:00:00Z\"}",
                "{\"postId\":\"1\",\"version\":2,\"authorId\":\"3\",\"deletedAt\":\"yesterday\"}"
            })
    void refusesWhatIsNoSuchEvent(String json) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(json));
    }

    private static PostEvent.PostDeleted read(String json) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), PostEvent.PostDeleted.class);
    }
}
