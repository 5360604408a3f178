package io.microblog.notification.mail.suppression;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.microblog.kit.security.Permission;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What Postmark tells of addresses, by its webhooks and by its answers, and what follows for their owners. */
@NotificationServiceTest
class SuppressionIntegrationTests {

    private static final String OWN = "/api/v1/mail/suppressions";
    private static final String ADMIN = "/api/v1/admin/mail_suppressions";

    private static final String CREDENTIALS = "Basic cG9zdG1hcms6b25seS1mb3ItdGVzdHM=";

    /** Of Postmark's clock, which is not ours. */
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.1234567Z");

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        world.settleWithMail();
    }

    @AfterEach
    void heal() {
        MailSandbox.get().heal();
    }

    @Test
    void mailsNothingToAnAddressThatBounces() {
        assertThat(tells(bounce("HardBounce", true, NOON)).status()).isEqualTo(200);
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(world.deliveriesTo(alice)).containsExactly("SKIPPED");
        assertThat(alice.notifications().ids()).hasSize(1);
        assertThat(alice.reads(OWN).body().toString())
                .contains("\"stream\":\"transactional\"", "\"reason\":\"hard_bounce\"", "2026-05-01T12:00:00.123");
        assertThat(bob.reads(OWN).body()).isEmpty();
    }

    @Test
    void mailsOnAfterABounceThatPassesBy() {
        tells(bounce("SoftBounce", false, NOON));
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
    }

    @Test
    void keepsOneStreamFromTheOther() {
        tells(change("broadcast", true, "ManualSuppression", NOON));
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(alice.reads(OWN).each("stream")).containsExactly("broadcast");
        assertThat(alice.reads(OWN).each("reason")).containsExactly("manual");
    }

    @Test
    void hearsTheNewestWordWheneverItComes() {
        tells(change("outbound", false, null, NOON.plusSeconds(60)));
        tells(complaint(NOON));
        assertThat(alice.reads(OWN).body()).isEmpty();

        tells(complaint(NOON.plusSeconds(120)));
        tells(complaint(NOON.plusSeconds(120)));
        tells(change("outbound", false, null, NOON.plusSeconds(60)));
        assertThat(alice.reads(OWN).each("reason")).containsExactly("spam_complaint");

        tells(change("outbound", false, null, NOON.plusSeconds(180)));
        assertThat(alice.reads(OWN).body()).isEmpty();
        bob.follows(alice);
        world.settleWithMail();
        assertThat(world.mailOf(alice)).hasSize(1);
    }

    @Test
    void learnsFromARefusedMail() {
        MailSandbox.get().suppress("outbound", alice.email(), "HardBounce");
        bob.follows(alice);
        world.settleWithMail();
        assertThat(world.deliveriesTo(alice)).containsExactly("FAILED");
        assertThat(alice.reads(OWN).each("reason")).containsExactly("refused");
        long calls = MailSandbox.get().calls();

        bob.writes("Hello").to(alice).publish();
        world.settleWithMail();
        assertThat(world.deliveriesTo(alice)).containsExactly("FAILED", "SKIPPED");
        assertThat(MailSandbox.get().calls()).isEqualTo(calls);

        // The webhook is late, and says more than the refusal did.
        tells(bounce("HardBounce", true, NOON));
        assertThat(alice.reads(OWN).each("reason")).containsExactly("hard_bounce");
    }

    @Test
    void reachesWhoHasAnotherAddress() {
        tells(bounce("HardBounce", true, NOON));
        Neighbours.change("contacts", alice.id(), "email", "new." + alice.email());
        bob.follows(alice);
        world.settleWithMail();

        assertThat(MailSandbox.get().messagesTo("new." + alice.email())).hasSize(1);
        assertThat(alice.reads(OWN).body()).isEmpty();
    }

    @Test
    void letsAdministratorsReactivate() {
        MailSandbox.get().suppress("outbound", alice.email(), "HardBounce");
        bob.follows(alice);
        world.settleWithMail();

        Reply list = asks(HttpMethod.GET, "?limit=1", Permission.MANAGE_USERS);
        assertThat(list.each("email")).containsExactly(alice.email());
        assertThat(list.each("account_id")).containsExactly(Long.toString(alice.id()));
        assertThat(list.each("username")).containsExactly(alice.username());
        String id = list.ids().getFirst();
        assertThat(asks(HttpMethod.GET, "?account_id=" + alice.id(), Permission.MANAGE_USERS)
                        .ids())
                .containsExactly(id);
        assertThat(asks(HttpMethod.GET, "?account_id=" + bob.id(), Permission.MANAGE_USERS)
                        .ids())
                .isEmpty();

        assertThat(asks(HttpMethod.POST, "/" + id + "/reactivate", Permission.MANAGE_RULES)
                        .status())
                .isEqualTo(403);
        MailSandbox.get().fail(Fault.status500().everywhere());
        assertThat(asks(HttpMethod.POST, "/" + id + "/reactivate", Permission.MANAGE_USERS)
                        .status())
                .isEqualTo(503);
        MailSandbox.get().heal();
        assertThat(asks(HttpMethod.POST, "/" + id + "/reactivate", Permission.MANAGE_USERS)
                        .status())
                .isEqualTo(200);
        assertThat(asks(HttpMethod.POST, "/" + id + "/reactivate", Permission.MANAGE_USERS)
                        .status())
                .isEqualTo(404);

        bob.writes("Hello").to(alice).publish();
        world.settleWithMail();
        assertThat(world.mailOf(alice)).hasSize(1);
    }

    @Test
    void leavesAComplaintToWhoComplained() {
        MailSandbox.get().suppress("outbound", alice.email(), "SpamComplaint");
        tells(complaint(NOON));
        String id = asks(HttpMethod.GET, "?account_id=" + alice.id(), Permission.MANAGE_USERS)
                .ids()
                .getFirst();

        assertThat(asks(HttpMethod.POST, "/" + id + "/reactivate", Permission.MANAGE_USERS)
                        .status())
                .isEqualTo(404);
        String ofAlice = "/" + id + "/reactivate?account_id=" + alice.id();
        assertThat(asks(HttpMethod.POST, ofAlice, Permission.MANAGE_USERS).status())
                .isEqualTo(422);
        assertThat(alice.reads(OWN).each("reason")).containsExactly("spam_complaint");
    }

    @Test
    void findsWhoseMailItWasThatBounced() {
        bob.follows(alice);
        world.settleWithMail();
        var event = new HashMap<>(bounce("HardBounce", true, NOON));
        event.put("Metadata", world.mailOf(alice).getFirst().metadata());
        tells(event);

        assertThat(asks(HttpMethod.GET, "?limit=1", Permission.MANAGE_USERS).each("email"))
                .containsExactly(alice.email());
    }

    @Test
    void keepsNoAddress() {
        tells(bounce("HardBounce", true, NOON));

        assertThat(jdbc.sql("SELECT s::text FROM suppression s")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("@"));
    }

    @Test
    void listensToPostmarkAlone() {
        String event = JsonMapper.shared().writeValueAsString(bounce("HardBounce", true, NOON));
        for (String authorization : List.of("Basic cG9zdG1hcms6Z3Vlc3NlZA==", "Basic ", "only-for-tests")) {
            assertThat(sends(event, authorization).status()).as(authorization).isEqualTo(401);
        }
        assertThat(world.run(MockMvcRequestBuilders.post("/webhooks/postmark")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(event))
                        .status())
                .isEqualTo(401);
        assertThat(alice.reads(OWN).body()).isEmpty();
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(tells(Map.of("RecordType", "Open", "MessageStream", "outbound", "Recipient", alice.email()))
                        .status())
                .isEqualTo(200);
        assertThat(tells(change("of-another-program", true, "HardBounce", NOON)).status())
                .isEqualTo(200);
        assertThat(tells(Map.of("RecordType", "SpamComplaint", "MessageStream", "outbound"))
                        .status())
                .isEqualTo(422);
        assertThat(sends("[", CREDENTIALS).status()).isEqualTo(400);
        assertThat(alice.reads(OWN).body()).isEmpty();
    }

    private Reply tells(Map<String, ?> event) {
        return sends(JsonMapper.shared().writeValueAsString(event), CREDENTIALS);
    }

    private Reply sends(String event, String authorization) {
        return world.run(MockMvcRequestBuilders.post("/webhooks/postmark")
                .header("Authorization", authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .content(event));
    }

    private Reply asks(HttpMethod method, String path, Permission permission) {
        String token = TestTokens.with(claims -> claims.subject(Long.toString(bob.id()))
                .claim("scope", "admin:read admin:write")
                .claim("permissions", Permission.sum(permission)));
        return world.run(
                MockMvcRequestBuilders.request(method, ADMIN + path).header("Authorization", "Bearer " + token));
    }

    private Map<String, Object> bounce(String type, boolean inactive, Instant at) {
        return Map.ofEntries(
                Map.entry("RecordType", "Bounce"),
                Map.entry("MessageStream", "outbound"),
                Map.entry("ID", 4_323_372_036_854_775_807L),
                Map.entry("Type", type),
                Map.entry("TypeCode", inactive ? 1 : 4096),
                Map.entry("MessageID", UUID.randomUUID().toString()),
                Map.entry(
                        "Metadata",
                        Map.of("delivery", "12", "batch", UUID.randomUUID().toString())),
                Map.entry("Email", alice.email().toUpperCase(Locale.ROOT)),
                Map.entry("From", "notifications@blog.example"),
                Map.entry("BouncedAt", at.toString()),
                Map.entry("Inactive", inactive),
                Map.entry("CanActivate", true),
                Map.entry("Subject", "Somebody follows you"));
    }

    private Map<String, Object> complaint(Instant at) {
        return Map.of(
                "RecordType",
                "SpamComplaint",
                "MessageStream",
                "outbound",
                "Type",
                "SpamComplaint",
                "TypeCode",
                512,
                "Email",
                alice.email(),
                "BouncedAt",
                at.toString(),
                "Inactive",
                true,
                "CanActivate",
                false);
    }

    private Map<String, Object> change(String stream, boolean suppressed, @Nullable String reason, Instant at) {
        var event = new HashMap<String, Object>(Map.of(
                "RecordType",
                "SubscriptionChange",
                "MessageStream",
                stream,
                "ChangedAt",
                at.toString(),
                "Recipient",
                alice.email(),
                "Origin",
                "Recipient",
                "SuppressSending",
                suppressed));
        event.put("SuppressionReason", reason);
        return event;
    }
}
