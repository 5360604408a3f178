package io.microblog.kit.event;

import java.util.Map;

import org.apache.kafka.common.config.SaslConfigs;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** With the variables that compose and the launcher set. */
class KafkaLoginTests {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    static class Service {}

    @Test
    void eachClientLogsInAsItsService() {
        try (var service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.application.name=post-service",
                        "--spring.kafka.security.protocol=SASL_PLAINTEXT",
                        "--MICROBLOG_KAFKA_PASSWORD=se/cr+et=")) {
            assertThat(producers(service))
                    .containsEntry("security.protocol", "SASL_PLAINTEXT")
                    .containsEntry(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512")
                    .containsEntry(
                            SaslConfigs.SASL_JAAS_CONFIG,
                            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                    + " username=\"post-service\" password=\"se/cr+et=\";");
            assertThat(consumers(service)).containsKeys("security.protocol", SaslConfigs.SASL_JAAS_CONFIG);
            assertThat(service.getBean(KafkaAdmin.class).getConfigurationProperties())
                    .containsKeys("security.protocol", SaslConfigs.SASL_JAAS_CONFIG);
        }
    }

    private static Map<String, Object> producers(ApplicationContext service) {
        ProducerFactory<?, ?> producers = service.getBean(ProducerFactory.class);
        return producers.getConfigurationProperties();
    }

    private static Map<String, Object> consumers(ApplicationContext service) {
        ConsumerFactory<?, ?> consumers = service.getBean(ConsumerFactory.class);
        return consumers.getConfigurationProperties();
    }
}
