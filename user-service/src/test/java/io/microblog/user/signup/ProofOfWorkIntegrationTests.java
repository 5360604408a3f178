package io.microblog.user.signup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.microblog.kit.security.Sha256;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Newcomer;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.secret.Secrets;
import io.microblog.user.signup.ProofOfWork.Challenge;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-up while the server is under attack. */
@IntegrationTest
@TestPropertySource(properties = "microblog.registrations.proof=8")
@DirtiesContext
class ProofOfWorkIntegrationTests {

    private static final int ZEROS = 4;

    @Autowired
    World world;

    @Autowired
    ProofOfWork proofs;

    @Autowired
    Registrations registrations;

    @Autowired
    BaseUrl base;

    @Autowired
    JdbcClient jdbc;

    private Newcomer dora = Newcomer.named("nobody");

    @BeforeEach
    void come() {
        dora = world.aNewcomer("dora");
    }

    @Test
    void whoseBrowserWorksSignsUp() {
        Visitor browser = world.visitor();
        Answer page = browser.get("/auth/sign_up");
        Element field = field(page);

        assertThat(field.attr("data-zeros")).isEqualTo("" + ZEROS);
        assertThat(field.val()).isEmpty();
        assertThat(page.page().select("noscript").text()).contains("scripts");
        for (String file : List.of("proof.js", "proof-worker.js")) {
            Answer script = world.browser().get("/auth/assets/" + file);
            assertThat(script.status()).as(file).isEqualTo(200);
            assertThat(script.header("Content-Type")).contains("javascript");
        }
        assertThat(send(browser, page, solve(field.attr("data-challenge"))).status())
                .isEqualTo(302);
        assertThat(signUps()).isOne();
    }

    @Test
    void workIsNeeded() {
        Visitor browser = world.visitor();
        Answer page = browser.get("/auth/sign_up");
        String challenge = field(page).attr("data-challenge");
        String proof = solve(challenge);

        refused(send(browser, page, ""), "has to solve a task");
        for (String wrong : List.of(
                "1",
                challenge,
                proof + "0",
                challenge + "." + "0".repeat(128),
                solve(challenge.substring(1) + "A"),
                proof.substring(0, 80) + "g" + proof.substring(81),
                "%" + proof.substring(1))) {
            refused(send(browser, page, wrong), "was not solved as it should be");
        }
    }

    @Test
    void challengeOfAnotherServerIsWorthless() {
        byte[] secret = new byte[32];
        Secrets others = new Binder(new MapConfigurationPropertySource(
                        Map.of("microblog.secret", Base64.getEncoder().encodeToString(secret))))
                .bind("microblog", Secrets.class)
                .get();
        var elsewhere = new ProofOfWork(others, registrations, jdbc, base);
        String proof = solve(elsewhere.task("").challenge());

        assertThat(elsewhere.check(proof)).isEmpty();
        refused(send(proof), "was not solved as it should be");
    }

    @Test
    void oldChallengeIsWorthless() {
        var old = new Challenge(UUID.randomUUID(), Instant.now().minusSeconds(1), ZEROS);

        refused(send(solve(proofs.write(old))), "open for too long");
    }

    @Test
    void proofCountsOnce() {
        String proof = solve(proofs.task("").challenge());
        Newcomer first = dora;
        Newcomer second = world.aNewcomer("dora");

        List<Integer> together = Stream.of(first, second)
                .map(newcomer -> CompletableFuture.supplyAsync(
                        () -> send(world.visitor(), newcomer, proof).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(together).containsExactlyInAnyOrder(302, 422);
        dora = world.aNewcomer("dora");
        refused(send(proof), "already");
    }

    @Test
    void workIsNotLostWithAnotherMistake() {
        Visitor browser = world.visitor();
        Answer page = browser.get("/auth/sign_up");
        String proof = solve(field(page).attr("data-challenge"));
        dora = dora.with("email", "nowhere");

        Answer refused = send(browser, page, proof);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#username").val()).isEqualTo(dora.username());
        assertThat(field(refused).val()).isEqualTo(proof);
        assertThat(proof).startsWith(field(refused).attr("data-challenge") + ".");
        dora = dora.with("email", dora.username() + "@example.org");
        assertThat(send(browser, refused, field(refused).val()).status()).isEqualTo(302);
    }

    @Test
    void appsSignUpInvitedPeopleAlone() {
        Answer refused = world.signUp(dora);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/details/proof/0/error").asString()).isEqualTo("ERR_BLANK");
        assertThat(refused.json().get("error").asString()).contains("http://localhost:8080/auth/sign_up");
        assertThat(signUps()).isZero();

        Answer forged = world.signUp(dora.with("invite_code", "nonsense"));
        assertThat(forged.json().get("details").propertyNames()).containsExactlyInAnyOrder("invite_code", "proof");

        assertThat(world.signUp(dora.with("invite_code", world.anInvite(1))).status())
                .isEqualTo(200);
    }

    @Test
    void invitedPeopleNeedNoWork() {
        Visitor browser = world.visitor();
        String code = world.anInvite(1);
        Answer page = browser.get("/auth/sign_up?invite_code=" + code);

        assertThat(page.page().select("input[name=proof]")).isEmpty();
        assertThat(browser.submit(page, 0, dora.form()).status()).isEqualTo(302);
    }

    @Test
    void spentProofsAreForgottenOnceTheyAreTooOld() {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        spend(old, Instant.now().minusSeconds(1));
        spend(young, Instant.now().plusSeconds(60));

        proofs.forgetExpired();

        assertThat(jdbc.sql("SELECT challenge_id FROM spent_proof")
                        .query(UUID.class)
                        .list())
                .contains(young)
                .doesNotContain(old);
    }

    private Answer send(String proof) {
        return send(world.visitor(), dora, proof);
    }

    private static Answer send(Visitor browser, Newcomer newcomer, String proof) {
        return browser.forges(
                browser.get("/auth/sign_up"),
                "/auth/sign_up",
                newcomer.with("proof", proof).form());
    }

    private Answer send(Visitor browser, Answer page, String proof) {
        return browser.forges(page, "/auth/sign_up", dora.with("proof", proof).form());
    }

    private void refused(Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert]").text()).contains(why);
        assertThat(answer.page().select("#username").val()).isEqualTo(dora.username());
        assertThat(field(answer).val()).isEmpty();
        assertThat(proofs.check(solve(field(answer).attr("data-challenge")))).isEmpty();
        assertThat(signUps()).isZero();
    }

    private long signUps() {
        return jdbc.sql("SELECT count(*) FROM sign_up WHERE username = ?")
                .param(dora.username())
                .query(Long.class)
                .single();
    }

    private void spend(UUID challenge, Instant expiry) {
        jdbc.sql("INSERT INTO spent_proof (challenge_id, expires_at) VALUES (?, ?)")
                .params(challenge, expiry.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Element field(Answer page) {
        return page.page().expectFirst("input[name=proof]");
    }

    /** As the browser does it. */
    private static String solve(String challenge) {
        var proof = new StringBuilder(challenge).append('.');
        for (int task = 0; task < ProofOfWork.TASKS; task++) {
            int number = 0;
            while (Sha256.hex("%s.%x%08x".formatted(challenge, task, number)).charAt(0) != '0') {
                number++;
            }
            proof.append("%08x".formatted(number));
        }
        return proof.toString();
    }
}
