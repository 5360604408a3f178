package io.microblog.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import com.nimbusds.jwt.JWTClaimsSet;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** user-service with its token exchange: knows the credentials that a test gives it. */
final class StubUserService implements AutoCloseable {

    private static final String EXCHANGE = "/internal/tokens/exchange";

    private record Question(String kind, String credential) {}

    private final StubService http = new StubService("user-service");
    private final Map<String, UnaryOperator<JWTClaimsSet.Builder>> known = new ConcurrentHashMap<>();
    private final Map<String, Sinks.Empty<Void>> held = new ConcurrentHashMap<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean failing;

    StubUserService() {
        blocks("");
        answerExchanges();
    }

    /** Those networks get nothing at all; empty for none. */
    void blocks(String network) {
        String networks = network.isEmpty() ? "" : "\"" + network + "\"";
        http.answersAside("/internal/blocked-networks", "{\"networks\":[" + networks + "]}");
    }

    /** Nobody can read which networks get nothing; returns when the gateway has tried. */
    void mumblesAboutBlocks() {
        http.answersAside("/internal/blocked-networks", "?");
        int before = http.askedAside();
        await().until(() -> http.askedAside() > before + 2);
    }

    StubService http() {
        return http;
    }

    void knows(String credential, long accountId, String sid) {
        knows(credential, claims -> claims.subject(Long.toString(accountId)).claim("sid", sid));
    }

    void knows(String credential, UnaryOperator<JWTClaimsSet.Builder> claims) {
        known.put(credential, claims);
    }

    void forgets(String credential) {
        known.remove(credential);
    }

    void takes(Duration time) {
        delay = time;
    }

    /** The next questions about this credential are answered when the returned action is run. */
    Runnable holds(String credential) {
        Sinks.Empty<Void> release = Sinks.empty();
        held.put(credential, release);
        return () -> {
            held.remove(credential);
            release.tryEmitEmpty();
        };
    }

    void fails(boolean now) {
        failing = now;
    }

    List<StubService.Received> exchanges() {
        return http.received().stream().filter(it -> it.uri().equals(EXCHANGE)).toList();
    }

    long exchangesOf(String credential) {
        return exchanges().stream().filter(it -> it.body().contains(credential)).count();
    }

    void answerExchanges() {
        http.answers((request, response) -> {
            if (!request.uri().equals(EXCHANGE)) {
                return StubService.json(response, 200, "{\"service\":\"user-service\"}");
            }
            // What is true when the question arrives is the answer, even if it is given late.
            String question = http.last().body();
            @Nullable String jwt = exchange(question);
            return Mono.delay(delay).then(release(question)).thenMany(Flux.defer(() -> {
                if (failing) {
                    return StubService.json(response, 500, "{}");
                }
                return jwt == null
                        ? StubService.json(response, 401, "{\"error\":\"The access token is invalid\"}")
                        : StubService.json(
                                response, 200, "{\"jwt\":\"%s\",\"expires_at\":\"%s\"}".formatted(jwt, Instant.now()));
            }));
        });
    }

    @Override
    public void close() {
        http.close();
    }

    private Mono<Void> release(String question) {
        return Mono.justOrEmpty(held.get(read(question).credential())).flatMap(Sinks.Empty::asMono);
    }

    private static Question read(String body) {
        return JsonMapper.shared().readValue(body, Question.class);
    }

    private @Nullable String exchange(String body) {
        Question question = read(body);
        UnaryOperator<JWTClaimsSet.Builder> claims = known.get(question.credential());
        return claims == null ? null : TestTokens.with(claims);
    }

    /** Claims of a token issued and expiring at other times than usual. */
    static UnaryOperator<JWTClaimsSet.Builder> account(long id, Instant issued, Duration life) {
        Instant second = issued.truncatedTo(ChronoUnit.SECONDS);
        return claims -> claims.subject(Long.toString(id))
                .issueTime(Date.from(second))
                .expirationTime(Date.from(second.plus(life)));
    }
}
