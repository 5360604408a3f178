package io.microblog.user.token;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.microblog.user.secret.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The RSA keys of internal tokens. All in the table are published, the newest signs; the private halves are encrypted with
 * the server's secret.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, SmartLifecycle {

    private static final String PURPOSE = "signing key";
    private static final int BITS = 2048;
    /** Any number that nothing else locks: instances that start together must make one key. */
    private static final long CREATION_LOCK = 7_463_120_951L;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private volatile JWKSet keys = new JWKSet();

    SigningKeys(JdbcClient jdbc, Secrets secrets, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    /** First of all that starts: whoever asks over HTTP finds a key. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public boolean isRunning() {
        return !keys.isEmpty();
    }

    @Override
    public void stop() {
        keys = new JWKSet();
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", CREATION_LOCK)
                    .query((row, number) -> number)
                    .list();
            load();
            if (keys.isEmpty()) {
                create();
                load();
            }
        });
    }

    /** Another instance may have made a newer one. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void load() {
        List<JWK> found = jdbc.sql("SELECT sealed_jwk FROM signing_key ORDER BY created_at DESC")
                .query((row, number) -> parse(secrets.open(PURPOSE, row.getBytes("sealed_jwk"))))
                .list();
        keys = new JWKSet(found);
    }

    /** The key that signs. */
    RSAKey current() {
        return keys.getKeys().getFirst().toRSAKey();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys.toPublicJWKSet());
    }

    private void create() {
        String id = UUID.randomUUID().toString();
        jdbc.sql("INSERT INTO signing_key (id, sealed_jwk, created_at) VALUES (:id, :jwk, :now)")
                .param("id", id)
                .param("jwk", secrets.seal(PURPOSE, generate(id).toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(BITS).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK parse(byte[] json) {
        try {
            return JWK.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }
}
