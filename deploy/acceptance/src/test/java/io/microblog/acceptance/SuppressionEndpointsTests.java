package io.microblog.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An address bounces: Postmark tells, its owner and administrators see it, and they have it tried again. */
class SuppressionEndpointsTests extends EndpointWalk {

    private static final String WEBHOOK = "/webhooks/postmark";
    private static final String OWN = "/api/v1/mail/suppressions";
    private static final String ADMIN = "/api/v1/admin/mail_suppressions";

    @Test
    void suppressesAndReactivates() {
        Http postmark = new Http()
                .with(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                RunningPlatform.WEBHOOK_CREDENTIALS.getBytes(StandardCharsets.UTF_8)));
        Map<String, ?> bounce = Map.of(
                "RecordType",
                "Bounce",
                "MessageStream",
                "broadcast",
                "Type",
                "HardBounce",
                "Email",
                BOB.username + "@example.org",
                "BouncedAt",
                Instant.now().toString(),
                "Inactive",
                true);
        anyone.post(WEBHOOK, bounce).expect(401);
        postmark.post(WEBHOOK, bounce).expect(200);

        assertThat(BOB.api.get(OWN).expect(200).json().at("/0/reason").asString())
                .isEqualTo("hard_bounce");
        Http admin = Person.owner("sue").within("read admin:read admin:write");
        BOB.api.get(ADMIN).expect(403);
        get(admin, ADMIN);
        String id = admin.get(ADMIN + "?account_id=" + BOB.id)
                .expect(200)
                .json()
                .at("/0/id")
                .asString();
        post(admin, ADMIN + "/" + id + "/reactivate?account_id=" + BOB.id);
        assertThat(BOB.api.get(OWN).expect(200).json().isEmpty()).isTrue();
    }
}
