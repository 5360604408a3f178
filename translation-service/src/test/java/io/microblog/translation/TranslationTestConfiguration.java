package io.microblog.translation;

import java.io.IOException;

import io.microblog.local.sandbox.translator.TranslatorSandbox;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What is around the service: the sandbox of the translator, post-service, and the writer of its events. */
@TestConfiguration(proxyBeanMethods = false)
class TranslationTestConfiguration {

    @Bean
    TranslatorSandbox translatorSandbox() throws IOException {
        return TranslatorSandbox.start(0);
    }

    @Bean
    PostServiceStub postServiceStub() {
        return new PostServiceStub();
    }

    @Bean
    DynamicPropertyRegistrar addresses(TranslatorSandbox translator, PostServiceStub posts) {
        return properties -> {
            properties.add("microblog.translator.url", translator::url);
            properties.add("microblog.services.post-service", posts::url);
        };
    }

    @Bean
    EventWriter eventWriter(KafkaConnectionDetails kafka) {
        return new EventWriter(kafka.getBootstrapServers());
    }
}
