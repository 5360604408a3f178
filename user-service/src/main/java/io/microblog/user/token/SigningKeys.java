package io.microblog.user.token;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
 * The RSA keys of internal tokens. All in the table are published; the private halves are encrypted with the server's
 * secret. A key signs for a month. The next one is published some time before it signs, so that everybody knows it by then,
 * and the last one stays until nothing that it signed is valid any more.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, SmartLifecycle {

    private static final String PURPOSE = "signing key";
    private static final int BITS = 2048;

    static final Duration SIGNS_FOR = Duration.ofDays(30);
    /** Longer than services keep the published keys. */
    static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(30);
    /** Longer than any internal token lives, beyond the moment that the next key signs. */
    static final Duration OUTLIVES = Duration.ofHours(2);

    /** Any number that nothing else locks: instances that start together must make one key. */
    private static final long CREATION_LOCK = 7_463_120_951L;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private volatile List<Key> keys = List.of();

    private record Key(JWK jwk, Instant createdAt) {}

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
        keys = List.of();
    }

    @Override
    public void start() {
        rotate();
    }

    /** Makes the next key when it is time, and forgets those that nobody needs. Another instance may have done so. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void rotate() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", CREATION_LOCK)
                    .query((row, number) -> number)
                    .list();
            load();
            Instant now = Instant.now();
            if (keys.isEmpty() || keys.getFirst().createdAt().isBefore(now.minus(SIGNS_FOR))) {
                create();
            }
            jdbc.sql("DELETE FROM signing_key WHERE created_at < :time")
                    .param("time", now.minus(SIGNS_FOR.plus(OUTLIVES)).atOffset(ZoneOffset.UTC))
                    .update();
            load();
        });
    }

    private void load() {
        keys = jdbc.sql("SELECT sealed_jwk, created_at FROM signing_key ORDER BY created_at DESC")
                .query((row, number) -> new Key(
                        parse(secrets.open(PURPOSE, row.getBytes("sealed_jwk"))),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The key that signs: the newest that has been published for long enough, or the only one. */
    RSAKey current() {
        List<Key> known = keys;
        Instant published = Instant.now().minus(PUBLISHED_BEFORE);
        return known.stream()
                .filter(key -> key.createdAt().isBefore(published))
                .findFirst()
                .orElseGet(known::getLast)
                .jwk()
                .toRSAKey();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(keys.stream().map(Key::jwk).toList()).toPublicJWKSet());
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
