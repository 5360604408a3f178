package io.microblog.kit.event;

import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListenerAnnotationBeanPostProcessor.AnnotationEnhancer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;

/** Gives every service its event backbone: typed consumers, dead letters, topics, and with a database the outbox. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration"
        })
public final class KitEventAutoConfiguration {

    @Bean
    DefaultKafkaConsumerFactoryCustomizer envelopeConsumers() {
        return factory -> factory.updateConfigs(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ErrorHandlingDeserializer.class,
                ErrorHandlingDeserializer.VALUE_DESERIALIZER_CLASS, EnvelopeDeserializer.class));
    }

    @Bean
    CommonErrorHandler consumerErrorHandler(ProducerFactory<?, ?> producers) {
        var settings = new HashMap<>(producers.getConfigurationProperties());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        var factory = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new EnvelopeSerializer());
        return ConsumerErrors.handler(new KafkaTemplate<>(factory));
    }

    /** Static, as it is wanted before any listener is made. */
    @Bean
    static AnnotationEnhancer replayTopics() {
        return new ReplayTopics();
    }

    @Bean
    TopicCreator topicCreator(KafkaAdmin admin, KafkaListenerEndpointRegistry listeners) {
        return new TopicCreator(admin.getConfigurationProperties(), listeners);
    }

    /** The writing side, for services with a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({JdbcClient.class, DataSource.class})
    @ConditionalOnBean(DataSource.class)
    @ConditionalOnProperty(name = "microblog.outbox.enabled", matchIfMissing = true)
    @EnableConfigurationProperties(OutboxProperties.class)
    static class OutboxConfiguration {

        @Bean
        OutboxRelay outboxRelay(
                DataSource dataSource,
                ProducerFactory<?, ?> producers,
                OutboxProperties properties,
                @Value("${spring.application.name}") String service) {
            return new OutboxRelay(
                    dataSource,
                    () -> new OutboxSender(producers.getConfigurationProperties(), "/" + service),
                    properties.pollInterval(),
                    properties.leaderCheck());
        }

        @Bean
        Outbox outbox(
                JdbcClient jdbc,
                ObjectProvider<Tracer> tracer,
                ObjectProvider<Propagator> propagator,
                OutboxRelay relay) {
            var headers = new TraceHeaders(
                    tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
            return new Outbox(jdbc, headers, relay::wake);
        }

        @Bean
        OutboxMetrics outboxMetrics(JdbcClient jdbc) {
            return new OutboxMetrics(jdbc);
        }
    }
}
