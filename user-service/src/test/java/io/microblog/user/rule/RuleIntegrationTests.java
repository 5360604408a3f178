package io.microblog.user.rule;

import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RuleIntegrationTests {

    private static final String RULES = "/api/v1/admin/rules";

    @Autowired
    World world;

    Client admin;

    @BeforeEach
    void anAdministrator() {
        admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
    }

    @AfterEach
    void noRules() {
        admin.get(RULES)
                .json()
                .forEach(rule -> admin.delete(RULES + "/" + rule.get("id").asString()));
    }

    @Test
    void tellsTheRulesInTheirOrder() {
        add("{\"text\":\"No spam\"}");
        add("{\"text\":\"Be kind\",\"hint\":\"Above all to newcomers.\",\"position\":-1}");

        JsonNode rules = world.browser().get("/api/v1/instance/rules").json();
        assertThat(rules.valueStream().map(rule -> rule.get("text").asString())).containsExactly("Be kind", "No spam");
        assertThat(rules.at("/0/hint").asString()).isEqualTo("Above all to newcomers.");
        assertThat(world.browser().get("/api/v2/instance").json().get("rules")).isEqualTo(rules);
        assertThat(world.browser().get("/api/v1/instance").json().get("rules")).isEqualTo(rules);
    }

    @Test
    void tellsTranslations() {
        add("{\"text\":\"No spam\",\"translations\":[{\"language\":\"es\",\"text\":\"Nada de spam\"}]}");

        assertThat(world.browser()
                        .get("/api/v1/instance/rules")
                        .json()
                        .at("/0/translations/es/text")
                        .asString())
                .isEqualTo("Nada de spam");
    }

    @Test
    void showsRulesToThoseWhoSignUp() {
        assertThat(world.visitor().get("/auth/sign_up").body()).doesNotContain("/auth/rules");
        add("{\"text\":\"No <b>spam\",\"translations\":[{\"language\":\"es\",\"text\":\"Nada de spam\"}]}");

        assertThat(world.visitor().get("/auth/sign_up").page().select("a[href=/auth/rules]"))
                .hasSize(1);
        assertThat(world.visitor().get("/auth/rules").page().select("ol li").text())
                .isEqualTo("No <b>spam");
        assertThat(world.visitor()
                        .get("/auth/rules?lang=es")
                        .page()
                        .select("ol li")
                        .text())
                .isEqualTo("Nada de spam");
    }

    @Test
    void changesWhatIsSaid() {
        String id = add("{\"text\":\"No spam\",\"hint\":\"At all\"}");

        Answer answer = admin.putJson(RULES + "/" + id, "{\"text\":\"No advertising\"}");

        assertThat(answer.json().get("text").asString()).isEqualTo("No advertising");
        assertThat(answer.json().get("hint").asString()).isEqualTo("At all");
    }

    @Test
    void forgetsARule() {
        String id = add("{\"text\":\"No spam\"}");

        assertThat(admin.delete(RULES + "/" + id).status()).isEqualTo(200);

        assertThat(world.browser().get("/api/v1/instance/rules").json()).isEmpty();
        assertThat(admin.get(RULES + "/" + id).status()).isEqualTo(404);
        assertThat(admin.delete(RULES + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoRule() {
        assertProblem("{\"text\":\" \"}", "text");
        assertProblem("{\"text\":\"" + "a".repeat(301) + "\"}", "text");
        assertProblem("{\"text\":\"a\",\"hint\":\"" + "a".repeat(1_001) + "\"}", "hint");
        assertProblem("{\"text\":\"a\",\"translations\":[{\"language\":\"xx-spam\",\"text\":\"b\"}]}", "translations");
        assertProblem("{\"text\":\"a\",\"translations\":[{\"language\":\"es\"}]}", "translations");
    }

    @Test
    void isForThoseWhoMayWriteRules() {
        Client moderator = world.asStaff(world.aPerson("moderator"), World.MODERATOR);

        assertThat(moderator.get(RULES).status()).isEqualTo(403);
        assertThat(moderator.postJson(RULES, "{\"text\":\"Mine\"}").status()).isEqualTo(403);
        assertThat(world.browser().get(RULES).status()).isEqualTo(401);
    }

    private String add(String json) {
        Answer answer = admin.postJson(RULES, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("id").asString();
    }

    private void assertProblem(String json, String field) {
        Answer answer = admin.postJson(RULES, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("details").has(field)).as(answer.body()).isTrue();
    }
}
