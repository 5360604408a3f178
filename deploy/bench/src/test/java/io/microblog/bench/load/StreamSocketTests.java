package io.microblog.bench.load;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StreamSocketTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"stream\":[\"user\"],\"event\":\"update\",\"payload\":\"{\\\"id\\\":\\\"77\\\",\\\"x\\\":1}\"}| 77",
                "{\"payload\":\"{\\\"x\\\":1,\\\"id\\\":\\\"78\\\"}\",\"event\":\"update\",\"stream\":[\"user\"]}| 78",
                "{\"stream\":[\"user\"],\"event\":\"delete\",\"payload\":\"79\"}| 0",
                "{\"stream\":[\"user\"],\"event\":\"filters_changed\"}| 0",
                "{\"error\":\"Unknown stream type\",\"status\":400}| 0"
            })
    void findsNewPosts(String frame, long id) {
        assertThat(StreamSocket.postIn(frame)).isEqualTo(id);
    }
}
