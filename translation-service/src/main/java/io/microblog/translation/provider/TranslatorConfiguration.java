package io.microblog.translation.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Chooses the translator by configuration. */
@Configuration(proxyBeanMethods = false)
class TranslatorConfiguration {

    @Bean
    TranslationProvider translationProvider(
            RestClient.Builder builder, TranslatorProperties properties, CircuitBreakerRegistry breakers) {
        return new TranslationProvider(translator(builder, properties), properties, breakers);
    }

    private static @Nullable Translator translator(RestClient.Builder builder, TranslatorProperties properties) {
        if (!properties.isConfigured()) {
            return null;
        }
        var client = new ProviderClient(builder, properties);
        return switch (properties.provider()) {
            case MICROSOFT -> new MicrosoftTranslator(client, properties);
            case LIBRETRANSLATE -> new LibreTranslator(client, properties);
        };
    }
}
