package io.microblog.notification.push.encryption;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionKeysTests {

    private static final String POINT =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    @Test
    void takesPointsInBothAlphabets() {
        assertThat(SubscriptionKeys.isPublicKey(POINT)).isTrue();
        assertThat(SubscriptionKeys.isPublicKey(POINT.replace('-', '+').replace('_', '/') + "="))
                .isTrue();
    }

    /** A point beside the curve would tell whoever chose it about the key that it is multiplied by. */
    @Test
    void refusesPointsBesideTheCurve() {
        assertThat(SubscriptionKeys.isPublicKey(POINT.replace("Aiw4", "Aiw8"))).isFalse();
        assertThat(SubscriptionKeys.isPublicKey("BA" + "A".repeat(85))).isFalse();
        assertThat(SubscriptionKeys.isPublicKey("AyVxsr7N")).isFalse();
    }

    @Test
    void wantsASecretOfSixteenBytes() {
        assertThat(SubscriptionKeys.isSecret("BTBZMqHH6r4Tts7J_aSIgg")).isTrue();
        assertThat(SubscriptionKeys.isSecret("BTBZMqHH6r4Tts7J_aSIgg==")).isTrue();
        assertThat(SubscriptionKeys.isSecret("BTBZMqHH6r4Tts7J")).isFalse();
        assertThat(SubscriptionKeys.isSecret("")).isFalse();
    }
}
