package io.microblog.notification.push;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertKindTests {

    @Test
    void takesTheKindsThatThereAre() {
        assertThat(AlertKind.wished(Map.of("mention", true, "follow", false, "rain", true)))
                .containsExactly("mention");
    }

    @Test
    void tellsOfEachWhetherItIsWished() {
        assertThat(AlertKind.among(Set.of("poll")))
                .containsEntry("poll", true)
                .containsEntry("mention", false)
                .containsEntry("admin.report", false)
                .hasSize(AlertKind.values().length);
    }
}
