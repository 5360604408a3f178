package io.microblog.kit.event;

import java.util.HashMap;
import java.util.Map;

import io.microblog.local.access.KafkaAccess;
import io.microblog.local.access.KafkaLogin;
import io.microblog.local.engine.EphemeralEngines;
import io.microblog.local.engine.KafkaEngine;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Where a service may make its own topics only. */
class TopicRightsIntegrationTests {

    private static final String ADMINISTRATOR = "the administrator's";

    @Test
    void makesItsOwnTopicsAndLeavesThoseOfOthersToThem() throws Exception {
        try (KafkaEngine kafka = EphemeralEngines.newKafkaWithUsers(ADMINISTRATOR)) {
            new KafkaAccess(kafka.bootstrapServers(), ADMINISTRATOR, service -> service).grant();

            assertThat(make(kafka, "post-service")).isTrue();
            assertThat(make(kafka, "user-service")).isTrue();
        }
    }

    private static boolean make(KafkaEngine kafka, String service) throws Exception {
        Map<String, Object> settings = new HashMap<>(KafkaLogin.service(service, service));
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            boolean made = new TopicCreator(settings, new KafkaListenerEndpointRegistry()).create(admin);
            String own = service.replace("-service", ".");
            await().until(() -> admin.listTopics().names().get().stream().anyMatch(topic -> topic.startsWith(own)));
            return made;
        }
    }
}
