package io.microblog.notification.push;

import java.util.Map;
import java.util.Set;

import io.microblog.notification.kind.NotificationType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertsTests {

    @Test
    void takesTheKindsThatThereAre() {
        assertThat(Alerts.wished(Map.of("mention", true, "follow", false, "rain", true)))
                .containsExactly("mention");
    }

    @Test
    void tellsOfEachWhetherItIsWished() {
        assertThat(Alerts.among(Set.of("poll")))
                .containsEntry("poll", true)
                .containsEntry("mention", false)
                .containsEntry("admin.report", false)
                .hasSize(NotificationType.values().length);
    }
}
