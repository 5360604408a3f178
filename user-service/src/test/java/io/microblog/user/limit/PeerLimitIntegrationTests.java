package io.microblog.user.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What one peer may do how often, whatever the accounts and addresses it does it to. */
@IntegrationTest
@TestPropertySource(
        properties = {
            "microblog.limits.apps=3",
            "microblog.limits.signups=3",
            "microblog.limits.letters=3",
            "microblog.limits.signins=3"
        })
@DirtiesContext
class PeerLimitIntegrationTests {

    private static final int ALLOWED = 3;

    private final AtomicInteger others = new AtomicInteger();

    @Autowired
    World world;

    @Test
    void registersSoManyApps() {
        Map<String, String> app = Map.of("client_name", "Pocket", "redirect_uris", World.OUT_OF_BAND);

        isRefusedAfterwards("203.0.113.1", 200, peer -> world.browser().post("/api/v1/apps", app, forwarded(peer)));
    }

    @Test
    void signsUpSoManyPeople() {
        Client app = world.as(world.anAppToken());

        isRefusedAfterwards(
                "203.0.113.2",
                200,
                peer -> app.post("/api/v1/accounts", world.aNewcomer("carol").form(), forwarded(peer)));
        isRefusedAfterwards(
                "203.0.113.6",
                302,
                peer -> submit("/auth/sign_up", peer, world.aNewcomer("carol").form()));
    }

    @Test
    void asksForSoManyLetters() {
        isRefusedAfterwards("203.0.113.3", 302, peer -> submit("/auth/password/new", peer, Map.of()));
        isRefusedAfterwards("203.0.113.4", 302, peer -> submit("/auth/confirmation/new", peer, Map.of()));
    }

    @Test
    void guessesSoManyPasswordsOfDifferentPeople() {
        isRefusedAfterwards("203.0.113.5", 422, peer -> submit("/auth/sign_in", peer, Map.of("password", "a guess")));
    }

    @Test
    void takesANetworkOfIpv6ForOnePeer() {
        Map<String, String> app = Map.of("client_name", "Pocket", "redirect_uris", World.OUT_OF_BAND);
        Function<String, Integer> register = peer ->
                world.browser().post("/api/v1/apps", app, forwarded(peer)).status();
        for (int i = 0; i < ALLOWED; i++) {
            assertThat(register.apply("2001:db8:64:1::" + i)).isEqualTo(200);
        }

        assertThat(register.apply("2001:db8:64:1:ffff::1")).isEqualTo(429);
        assertThat(register.apply("2001:db8:64:2::1")).as("a neighbour").isEqualTo(200);
    }

    @Test
    void takesManyNeighboursWhoTryTooMuchForOne() {
        Map<String, String> app = Map.of("client_name", "Pocket", "redirect_uris", World.OUT_OF_BAND);
        Function<String, Integer> register = peer ->
                world.browser().post("/api/v1/apps", app, forwarded(peer)).status();
        for (int i = 0; i < 4 * ALLOWED; i++) {
            assertThat(register.apply("2001:db8:56:%x::1".formatted(i))).isEqualTo(200);
        }

        assertThat(register.apply("2001:db8:56:ff::1")).isEqualTo(429);
        assertThat(register.apply("2001:db8:56:100::1")).as("another customer").isEqualTo(200);
    }

    private static String[] forwarded(String peer) {
        return new String[] {"X-Forwarded-For", peer};
    }

    private Answer submit(String path, String peer, Map<String, String> form) {
        Visitor visitor = world.visitor();
        var filled = new HashMap<>(form);
        filled.putIfAbsent("email", world.newName("nobody") + "@example.org");
        return visitor.forges(visitor.get(path), path, filled, forwarded(peer));
    }

    private void isRefusedAfterwards(String peer, int otherwise, Function<String, Answer> attempt) {
        for (int i = 0; i < ALLOWED; i++) {
            assertThat(attempt.apply(peer).status()).isEqualTo(otherwise);
        }

        Answer refused = attempt.apply(peer);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(attempt.apply("198.51.100." + others.incrementAndGet()).status())
                .as("another peer")
                .isEqualTo(otherwise);
    }
}
