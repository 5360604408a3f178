package io.microblog.local.sandbox.push;

import java.io.IOException;

import io.microblog.local.sandbox.SandboxClient;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.http.Fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused. What is taken is seen where notification-service sends it. */
class PushSandboxTests {

    private final PushSandbox sandbox = PushSandbox.start(0);
    private final SandboxClient client = new SandboxClient(sandbox.url(), "TTL", "60");

    PushSandboxTests() throws IOException {}

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @Test
    void handsOutSubscriptions() {
        var subscription = client.post("/sandbox/subscriptions", "{}").json();

        assertThat(subscription.path("endpoint").asString()).startsWith(sandbox.url() + "/push/");
        assertThat(subscription.at("/keys/p256dh").asString()).hasSize(87);
        assertThat(subscription.at("/keys/auth").asString()).hasSize(22);
    }

    @Test
    void wantsToKnowWhoSends() {
        assertThat(client.post(path(sandbox.subscribe()), "x").status()).isEqualTo(401);
    }

    @Test
    void wantsToKnowForHowLong() {
        try (var hasty = new SandboxClient(sandbox.url())) {
            assertThat(hasty.post(path(sandbox.subscribe()), "x").status()).isEqualTo(400);
        }
    }

    @Test
    void takesNoMoreThanAPushServiceMust() {
        assertThat(client.post(path(sandbox.subscribe()), "x".repeat(4_097)).status())
                .isEqualTo(413);
    }

    @Test
    void knowsWhoWasThereAndWhoNeverWas() {
        var subscription = sandbox.subscribe();
        sandbox.unsubscribe(subscription);

        assertThat(client.post(path(subscription), "x").status()).isEqualTo(410);
        assertThat(client.post("/push/nobody", "x").status()).isEqualTo(404);
    }

    @Test
    void failsOnDemand() {
        var subscription = sandbox.subscribe();
        for (Kind kind :
                new Kind[] {Kind.STATUS_404, Kind.STATUS_410, Kind.STATUS_413, Kind.STATUS_429, Kind.STATUS_500}) {
            sandbox.fail(Fault.of(kind).times(1));
            assertThat(client.post(path(subscription), "x").status())
                    .isEqualTo(Integer.parseInt(kind.wireName().substring("status-".length())));
        }
        assertThat(client.post(path(subscription), "x").status()).isEqualTo(401);
        assertThat(sandbox.calls()).isEqualTo(6);
    }

    @Test
    void showsWhatFailsAndThatNothingCame() {
        sandbox.fail(Fault.of(Kind.STATUS_410));

        assertThat(client.get("/").body()).contains("Nothing came yet").contains("status-410");
        assertThat(client.get("/sandbox/messages").body()).isEqualTo("[]");
    }

    private String path(PushSandbox.Subscription subscription) {
        return subscription.endpoint().substring(sandbox.url().length());
    }
}
