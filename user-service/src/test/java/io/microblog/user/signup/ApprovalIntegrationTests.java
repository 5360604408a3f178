package io.microblog.user.signup;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Newcomer;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-up where a moderator decides. */
@IntegrationTest
@TestPropertySource(properties = "microblog.registrations.mode=approval")
@DirtiesContext
class ApprovalIntegrationTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Newcomer carol = Newcomer.named("nobody");
    private String token = "";

    /** Up to the proof of the address. */
    @BeforeEach
    void apply() {
        carol = world.aNewcomer("carol").with("reason", "I sing");
        Answer answer = world.signUp(carol);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        token = answer.accessToken();
    }

    @Test
    void proofOfTheAddressIsNotEnough() {
        Answer page = confirm();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("A moderator will look at your request");
        assertThat(own().status()).isEqualTo(403);
        assertThat(profile().status()).isEqualTo(404);
        assertThat(applicants()).contains(Map.of("username", carol.username(), "reason", "I sing"));
    }

    @Test
    void invitedPeopleDoNotWaitWhileThereIsRoom() {
        String code = world.anInvite(1);
        Newcomer early = world.aNewcomer("early").with("invite_code", code);
        Newcomer late = world.aNewcomer("late").with("invite_code", code);
        world.signUp(early);
        world.signUp(late);

        assertThat(world.confirm(early).body()).doesNotContain("A moderator will look at your request");
        assertThat(world.confirm(late).body()).contains("A moderator will look at your request");
    }

    @Test
    void linkSaysHowFarItIs() {
        String link = world.linkMailedTo(carol.email());
        confirm();

        assertThat(world.browser().get(link).body()).contains("A moderator will look at your request");
        decide("approve");
        assertThat(world.browser().get(link).body()).contains("Confirmed already");
    }

    @Test
    void approvalOpensTheAccountAndSaysSoByMail() {
        confirm();

        assertThat(decide("approve").status()).isEqualTo(200);

        assertThat(profile().status()).isEqualTo(200);
        assertThat(own().json().get("username").asString()).isEqualTo(carol.username());
        assertThat(letters("APPROVAL")).isEqualTo(1);
        assertThat(applicants()).noneMatch(applicant -> applicant.containsValue(carol.username()));
        assertThat(decide("approve").status()).isEqualTo(404);
    }

    @Test
    void rejectionLeavesNothing() {
        confirm();

        assertThat(decide("reject").status()).isEqualTo(200);

        assertThat(applicants()).noneMatch(applicant -> applicant.containsValue(carol.username()));
        assertThat(own().status()).isEqualTo(403);
        assertThat(profile().status()).isEqualTo(404);
        assertThat(decide("reject").status()).isEqualTo(404);
    }

    @Test
    void nobodyIsApprovedOrRejectedBeforeTheAddressIsProved() {
        assertThat(decide("approve").status()).isEqualTo(404);
        assertThat(decide("reject").status()).isEqualTo(404);
        assertThat(applicants()).noneMatch(applicant -> applicant.containsValue(carol.username()));

        assertThat(confirm().status()).isEqualTo(200);
    }

    @Test
    void moderatorsDecideByTheApi() {
        confirm();
        Client moderator = world.asStaff(somebody("moderator"), World.MODERATOR);
        JsonNode waiting = moderator
                .get("/api/v2/admin/accounts?status=pending&username=" + carol.username())
                .json()
                .get(0);
        assertThat(waiting.get("approved").asBoolean()).isFalse();
        assertThat(waiting.get("invite_request").asString()).isEqualTo("I sing");
        String account = "/api/v1/admin/accounts/" + waiting.get("id").asString();

        assertThat(moderator
                        .post(account + "/approve", Map.of())
                        .json()
                        .get("approved")
                        .asBoolean())
                .isTrue();

        assertThat(profile().status()).isEqualTo(200);
        assertThat(moderator.post(account + "/approve", Map.of()).status()).isEqualTo(403);
        assertThat(moderator.post(account + "/reject", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void moderatorsRejectByTheApi() {
        confirm();
        Client moderator = world.asStaff(somebody("moderator"), World.MODERATOR);
        String id = moderator
                .get("/api/v1/admin/accounts?pending=true&username=" + carol.username())
                .json()
                .at("/0/id")
                .asString();

        assertThat(moderator
                        .post("/api/v1/admin/accounts/" + id + "/reject", Map.of())
                        .json()
                        .get("username")
                        .asString())
                .isEqualTo(carol.username());

        assertThat(profile().status()).isEqualTo(404);
        assertThat(moderator.get("/api/v1/admin/accounts/" + id).status()).isEqualTo(404);
    }

    @Test
    void isAnnounced() {
        JsonNode registrations = world.browser().get("/api/v2/instance").json().get("registrations");

        assertThat(registrations.get("enabled").asBoolean()).isTrue();
        assertThat(registrations.get("approval_required").asBoolean()).isTrue();
        assertThat(world.browser().get("/auth/sign_up").body()).contains("name=\"reason\"");
    }

    /** Somebody who was let in. */
    private Person somebody(String prefix) {
        Newcomer newcomer = world.aNewcomer(prefix);
        String accessToken = world.signUp(newcomer).accessToken();
        assertThat(world.administrate(newcomer.username(), "confirm").status()).isEqualTo(200);
        long id = jdbc.sql("SELECT account_id FROM login WHERE email = ?")
                .param(newcomer.email())
                .query(Long.class)
                .single();
        return new Person(id, newcomer.username(), newcomer.email(), accessToken);
    }

    private Answer confirm() {
        return world.confirm(carol);
    }

    private Answer own() {
        return world.as(token).get("/api/v1/accounts/verify_credentials");
    }

    private Answer profile() {
        return world.browser().get("/api/v1/accounts/lookup?acct=" + carol.username());
    }

    private Answer decide(String decision) {
        return world.asService("launcher")
                .postJson("/internal/admin/applicants/" + carol.username() + "/" + decision, "{}");
    }

    private List<Map<String, String>> applicants() {
        JsonNode found =
                world.asService("launcher").get("/internal/admin/applicants").json();
        return StreamSupport.stream(found.spliterator(), false)
                .map(applicant -> Map.of(
                        "username", applicant.get("username").asString(),
                        "reason", applicant.get("reason").asString()))
                .toList();
    }

    private long letters(String kind) {
        return jdbc.sql(
                        "SELECT count(*) FROM security_letter JOIN login USING (account_id) WHERE kind = ? AND login.email = ?")
                .params(kind, carol.email())
                .query(Long.class)
                .single();
    }
}
