package io.microblog.notification.push;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.notification.notice.NotificationType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertKindTests {

    @Test
    void knowsEveryKindOfNotification() {
        Map<String, Boolean> all = Arrays.stream(NotificationType.values())
                .collect(Collectors.toMap(NotificationType::wireName, type -> true));

        assertThat(AlertKind.wished(all)).hasSize(NotificationType.values().length);
    }

    @Test
    void knowsNoOthers() {
        assertThat(AlertKind.wished(Map.of("mention", true, "follow", false, "rain", true)))
                .containsExactly("mention");
        assertThat(AlertKind.among(Set.of("poll")))
                .containsEntry("poll", true)
                .containsEntry("mention", false)
                .containsEntry("admin.report", false)
                .hasSize(AlertKind.values().length);
    }
}
