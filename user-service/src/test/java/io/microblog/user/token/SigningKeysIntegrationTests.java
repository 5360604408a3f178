package io.microblog.user.token;

import java.time.Duration;
import java.util.List;

import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SigningKeysIntegrationTests {

    @Autowired
    World world;

    @Autowired
    SigningKeys keys;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void begin() {
        keys.rotate();
    }

    @Test
    void nextKeyIsPublishedBeforeItSigns() {
        Person alice = world.aPerson("alice");
        Client before = world.as(alice);
        String first = keys.current().getKeyID();

        age(SigningKeys.SIGNS_FOR.plusMinutes(1));
        keys.rotate();

        assertThat(published()).hasSizeGreaterThanOrEqualTo(2).contains(first);
        assertThat(keys.current().getKeyID()).isEqualTo(first);
        assertThat(verifies(before)).isTrue();

        age(SigningKeys.PUBLISHED_BEFORE.plusMinutes(1));
        keys.rotate();
        assertThat(keys.current().getKeyID()).isNotEqualTo(first);
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(world.as(alice))).isTrue();

        age(SigningKeys.OUTLIVES);
        keys.rotate();
        assertThat(published()).doesNotContain(first);
        assertThat(verifies(before)).isFalse();
        assertThat(verifies(world.as(alice))).isTrue();
    }

    @Test
    void keepsNoKeyInTheClear() {
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM signing_key WHERE position('kty' in encode(sealed_jwk, 'escape')) > 0")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(world.browser().get("/oauth/jwks").body()).doesNotContain("\"d\"", "\"p\"");
    }

    private static boolean verifies(Client client) {
        return client.get("/api/v1/accounts/verify_credentials").status() == 200;
    }

    private List<String> published() {
        return world.browser()
                .get("/oauth/jwks")
                .json()
                .get("keys")
                .valueStream()
                .map(key -> key.get("kid").asString())
                .toList();
    }

    private void age(Duration by) {
        jdbc.sql("UPDATE signing_key SET created_at = created_at - make_interval(secs => :seconds)")
                .param("seconds", by.toSeconds())
                .update();
    }
}
