package io.microblog.translation.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Who translates, and how long it may take.
 *
 * @param provider which of the two
 * @param name how readers are told who translated; empty for the provider's own
 * @param url its address; Microsoft's is known
 * @param key the subscription key (Microsoft) or API key (LibreTranslate, where the operator asks for one)
 * @param region of the Microsoft resource, when it is a regional one
 * @param deadline for one translation with all its attempts
 * @param attempts at most so many calls for one translation
 * @param concurrentCalls at most so many calls under way in this instance
 * @param maxCharacters in one call
 */
@ConfigurationProperties("microblog.translator")
record TranslatorProperties(
        Provider provider,
        @Nullable String name,
        @Nullable String url,
        @Nullable String key,
        @Nullable String region,
        Duration connectTimeout,
        Duration readTimeout,
        Duration deadline,
        int attempts,
        int concurrentCalls,
        int maxCharacters) {

    private static final String MICROSOFT = "https://api.cognitive.microsofttranslator.com";

    /** The providers there is code for. */
    enum Provider {
        MICROSOFT,
        LIBRETRANSLATE
    }

    boolean isConfigured() {
        return switch (provider) {
            case MICROSOFT -> StringUtils.hasText(key);
            case LIBRETRANSLATE -> StringUtils.hasText(url);
        };
    }

    /** Where the provider is, without a slash at the end. */
    URI address() {
        String address = StringUtils.hasText(url) ? Objects.requireNonNull(url) : MICROSOFT;
        return URI.create(StringUtils.trimTrailingCharacter(address.strip(), '/'));
    }
}
