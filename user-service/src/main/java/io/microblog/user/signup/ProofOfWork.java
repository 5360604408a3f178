package io.microblog.user.signup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.microblog.kit.problem.FieldProblem;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Sha256;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.secret.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has browsers compute something before somebody signs up, where the operator wishes: a flood of sign-ups then costs whoever
 * sends it. A challenge is signed, good for half an hour, as long as a form is, and its proof counts once.
 *
 * <p>A proof is the challenge, a dot, and sixteen numbers of eight hexadecimal digits: for the n-th, the SHA-256 of the
 * challenge, a dot, n (one such digit, from 0) and the number begins with as many zero bits as the challenge says. Sixteen
 * small tasks take about the same time whenever they are solved, which one large task would not, and progress can be told.
 * The browser's side is {@code proof-worker.js}.
 */
@Component
class ProofOfWork {

    static final int TASKS = 16;
    static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final String PURPOSE = "proof of work";
    private static final int DATA_BYTES = 25;
    private static final int NUMBER_DIGITS = 8;
    private static final int BITS_COMPARED = 32;
    private static final Pattern PROOF = Pattern.compile("([A-Za-z0-9_-]{76})\\.([0-9a-f]{128})");

    private final Secrets secrets;
    private final Registrations registrations;
    private final JdbcClient jdbc;
    private final BaseUrl base;

    ProofOfWork(Secrets secrets, Registrations registrations, JdbcClient jdbc, BaseUrl base) {
        this.secrets = secrets;
        this.registrations = registrations;
        this.jdbc = jdbc;
        this.base = base;
    }

    /**
     * What a form asks of a browser.
     *
     * @param challenge to work on
     * @param zeros how many bits have to be zero for each of the tasks
     * @param proof what was found before and still counts; empty where the work is ahead
     */
    record Task(String challenge, int zeros, String proof) {}

    /** What is signed, and so needs no row before it is used. */
    record Challenge(UUID id, Instant expiry, int zeros) {}

    /** Whether who signs up without an invitation needs a proof. */
    boolean isNeeded() {
        return registrations.proof() > 0;
    }

    /** A task for a form; the same again where the proof that the form came with before still counts. */
    Task task(String proof) {
        if (check(proof).isEmpty()) {
            String challenge = proof.substring(0, proof.indexOf('.'));
            return new Task(challenge, read(challenge).orElseThrow().zeros(), proof);
        }
        Instant expiry = Instant.now().plus(LIFETIME);
        var challenge = new Challenge(UUID.randomUUID(), expiry, registrations.zerosOfTask(TASKS));
        return new Task(write(challenge), challenge.zeros(), "");
    }

    /** What is wrong with a proof, where one is needed. */
    Optional<FieldProblem> check(String proof) {
        if (!isNeeded()) {
            return Optional.empty();
        }
        if (proof.isBlank()) {
            return Optional.of(
                    new FieldProblem("ERR_BLANK", "is needed at present: sign up at " + base.resolve("/auth/sign_up")));
        }
        Optional<Challenge> challenge = solved(proof);
        if (challenge.isEmpty()) {
            return Optional.of(new FieldProblem("ERR_INVALID", "is not valid"));
        }
        if (!Instant.now().isBefore(challenge.get().expiry())) {
            return Optional.of(new FieldProblem("ERR_EXPIRED", "is too old"));
        }
        return isSpent(challenge.get()) ? Optional.of(taken()) : Optional.empty();
    }

    /**
     * Has a proof that was checked count for nothing from now on.
     *
     * @throws Invalid when somebody else was faster with it
     */
    void spend(String proof) {
        if (!isNeeded()) {
            return;
        }
        Challenge challenge = solved(proof).orElseThrow();
        int rows = jdbc.sql(
                        "INSERT INTO spent_proof (challenge_id, expires_at) VALUES (:id, :expiry) ON CONFLICT DO NOTHING")
                .param("id", challenge.id())
                .param("expiry", challenge.expiry().atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 0) {
            throw Invalid.field("proof", taken().error(), taken().description());
        }
    }

    private static FieldProblem taken() {
        return new FieldProblem("ERR_TAKEN", "was used before");
    }

    private boolean isSpent(Challenge challenge) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM spent_proof WHERE challenge_id = :id)")
                .param("id", challenge.id())
                .query(Boolean.class)
                .single();
    }

    /** The challenge that a proof solves; empty when it was not made here or is not solved. */
    private Optional<Challenge> solved(String proof) {
        Matcher parts = PROOF.matcher(proof);
        return parts.matches()
                ? read(parts.group(1)).filter(challenge -> holds(parts.group(1), parts.group(2), challenge.zeros()))
                : Optional.empty();
    }

    private static boolean holds(String challenge, String numbers, int zeros) {
        for (int task = 0; task < TASKS; task++) {
            String number = numbers.substring(task * NUMBER_DIGITS, (task + 1) * NUMBER_DIGITS);
            String hash = Sha256.hex(challenge + "." + Integer.toHexString(task) + number);
            if (Long.parseLong(hash, 0, NUMBER_DIGITS, 16) >= 1L << (BITS_COMPARED - zeros)) {
                return false;
            }
        }
        return true;
    }

    String write(Challenge challenge) {
        byte[] data = ByteBuffer.allocate(DATA_BYTES)
                .putLong(challenge.id().getMostSignificantBits())
                .putLong(challenge.id().getLeastSignificantBits())
                .putLong(challenge.expiry().getEpochSecond())
                .put((byte) challenge.zeros())
                .array();
        byte[] signature = secrets.sign(PURPOSE, data);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(DATA_BYTES + signature.length)
                        .put(data)
                        .put(signature)
                        .array());
    }

    private Optional<Challenge> read(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        var challenge = new Challenge(
                new UUID(bytes.getLong(), bytes.getLong()), Instant.ofEpochSecond(bytes.getLong()), bytes.get());
        return MessageDigest.isEqual(bytes(text), bytes(write(challenge))) ? Optional.of(challenge) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetExpired() {
        jdbc.sql("DELETE FROM spent_proof WHERE expires_at < :now")
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
