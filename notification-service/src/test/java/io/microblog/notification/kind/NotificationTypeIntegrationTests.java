package io.microblog.notification.kind;

import java.util.Arrays;

import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.World;
import io.microblog.notification.push.Subscribed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationServiceTest
class NotificationTypeIntegrationTests {

    @Autowired
    private World world;

    @Test
    void eachMayBePushed() {
        var device = new Subscribed(world.newcomer("alice")).to("mention");

        assertThat(device.reads().body().path("alerts").propertyNames())
                .containsAll(Arrays.stream(NotificationType.values())
                        .map(NotificationType::wireName)
                        .toList());
    }
}
