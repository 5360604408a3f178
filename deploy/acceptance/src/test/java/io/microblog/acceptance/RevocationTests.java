package io.microblog.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is taken away is gone within a second, whichever of two gateways is asked. */
class RevocationTests {

    private static final RunningPlatform PLATFORM = RunningPlatform.get();
    private static final int PORT = 8090;
    private static final List<String> GATEWAYS = List.of(RunningPlatform.URL, "http://localhost:" + PORT);
    private static final String USER_SERVICE = "http://127.0.0.1:8081";
    private static final String OWN = "/api/v1/accounts/verify_credentials";
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofMinutes(1);
    private static final int TIMES = 3;

    private final Person alice = Person.signUp("alice");

    @BeforeAll
    static void startSecondGateway() {
        PLATFORM.microblog("start", "gateway", "--port", String.valueOf(PORT));
    }

    @AfterAll
    static void stopSecondGateway() {
        PLATFORM.stop("gateway-" + PORT);
    }

    @Test
    void aSessionEndedOnTheSessionsPage() throws Exception {
        Http laptop = alice.signIn();
        var took = new ArrayList<Duration>();
        for (int i = 0; i < TIMES; i++) {
            Http phone = alice.signIn();
            Http.Answer page = laptop.get("/auth/settings").expect(200);
            took.add(untilRefused(List.of(phone), () -> {
                long begin = System.nanoTime();
                Forms.submit(laptop, page, "form[action*=/sessions/][action$=/end]", Map.of())
                        .expect(200);
                return begin;
            }));
        }
        assertAllowed("session ended on its page", took);
        laptop.get(OWN).expect(200);
    }

    @Test
    void anAccessTokenRevokedByItsApp() throws Exception {
        var took = new ArrayList<Duration>();
        for (int i = 0; i < TIMES; i++) {
            Person bob = Person.signUp("bob");
            took.add(untilRefused(List.of(bob.api), () -> {
                long begin = System.nanoTime();
                bob.revokeToken();
                return begin;
            }));
        }
        assertAllowed("access token revoked", took);
    }

    @Test
    void allThatASuspendedAccountHolds() throws Exception {
        Http browser = alice.signIn();
        var took = new ArrayList<Duration>();
        for (int i = 0; i < TIMES; i++) {
            took.add(untilRefused(List.of(alice.api, browser), this::suspend));
            PLATFORM.microblog("admin", "reinstate", alice.username);
            awaitAccess(List.of(alice.api, browser));
        }
        assertAllowed("account suspended", took);
    }

    @Test
    void theCommandNamesWhomItDoesNotFind() {
        assertThat(PLATFORM.refused("admin", "suspend", "nobody_at_all"))
                .contains("There is no account called nobody_at_all.");
    }

    /** The command takes a JVM's start, so time counts from when the service itself says so. */
    private long suspend() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<String> command = other.submit(() -> PLATFORM.microblog("admin", "suspend", alice.username));
            var direct = new Http();
            while (!direct.get(USER_SERVICE + "/api/v1/accounts/" + alice.id)
                    .json()
                    .path("suspended")
                    .asBoolean(false)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            long seen = System.nanoTime();
            assertThat(command.get()).contains(alice.username + " is suspended.");
            return seen;
        }
    }

    /**
     * Lets the clients ask both gateways all the time.
     *
     * @param cut takes their access away and returns when it did, by {@link System#nanoTime}
     * @return how long it took until nobody had access anywhere
     */
    private static Duration untilRefused(List<Http> clients, Callable<Long> cut) throws Exception {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> refusals = GATEWAYS.stream()
                    .flatMap(gateway -> clients.stream().map(client -> {
                        client.get(gateway + OWN).expect(200);
                        return askers.submit(() -> firstRefusal(client, gateway));
                    }))
                    .toList();
            long begin = cut.call();
            long last = begin;
            for (Future<Long> refusal : refusals) {
                last = Math.max(last, refusal.get());
            }
            return Duration.ofNanos(last - begin);
        }
    }

    /** A refusal is remembered for a few seconds. */
    private static void awaitAccess(List<Http> clients) {
        for (String gateway : GATEWAYS) {
            clients.forEach(
                    client -> await().until(() -> client.get(gateway + OWN).status() == 200));
        }
    }

    private static long firstRefusal(Http client, String gateway) throws InterruptedException {
        long deadline = System.nanoTime() + GIVE_UP.toNanos();
        while (client.get(gateway + OWN).status() != 401) {
            assertThat(System.nanoTime()).as(gateway + " still lets in").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return System.nanoTime();
    }

    /** The middle one counts: whatever else runs on the machine may hold up a single one for longer than that. */
    private static void assertAllowed(String what, List<Duration> took) {
        System.out.println("Refused by both gateways, " + what + ": "
                + took.stream().map(time -> time.toMillis() + " ms").toList());
        assertThat(took.stream().sorted().toList().get(TIMES / 2)).as(what).isLessThan(ALLOWED);
    }
}
