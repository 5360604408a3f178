package io.microblog.notification.mail.suppression;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookCredentialsTests {

    private static final String PASSWORD = "a long password ünïcode";

    private final WebhookCredentials credentials = new WebhookCredentials("postmark:" + PASSWORD);

    @Test
    void knowsItsOwn() {
        assertThat(credentials.arePresentedBy(basic("postmark", PASSWORD))).isTrue();
        assertThat(credentials.arePresentedBy(basic("postmark", PASSWORD + "x")))
                .isFalse();
        assertThat(credentials.arePresentedBy(basic("somebody", PASSWORD))).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Basic", "Basic ", "Bearer cG9zdG1hcms6eA==", "postmark:a long password ünïcode"})
    void refusesEverythingElse(@Nullable String authorization) {
        assertThat(credentials.arePresentedBy(authorization)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Basic", "Basic ", "Basic Og=="})
    void letsNobodyInWhereNothingIsConfigured(@Nullable String authorization) {
        assertThat(new WebhookCredentials("").arePresentedBy(authorization)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmark", ":a long password", "a:b", "no colon but long enough"})
    void refusesToStartWithWhatProvesNothing(String configured) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookCredentials(configured));
    }

    private static String basic(String name, String password) {
        return "Basic " + HttpHeaders.encodeBasicAuth(name, password, StandardCharsets.UTF_8);
    }
}
