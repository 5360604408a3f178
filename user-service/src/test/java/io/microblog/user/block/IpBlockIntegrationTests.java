package io.microblog.user.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Newcomer;
import io.microblog.user.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class IpBlockIntegrationTests {

    private static final String BLOCKS = "/api/v1/admin/ip_blocks";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    Client admin;

    @BeforeEach
    void people() {
        admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
    }

    @AfterEach
    void letEverybodyIn() {
        jdbc.sql("DELETE FROM ip_block").update();
    }

    @Test
    void keepsNetworksOfBothKinds() {
        JsonNode four = block("192.0.2.77/24", "no_access");
        JsonNode six = block("2001:DB8::1/32", "sign_up_block");
        JsonNode one = block("198.51.100.7", "sign_up_requires_approval");

        assertThat(four.get("ip").asString()).isEqualTo("192.0.2.0/24");
        assertThat(six.get("ip").asString()).isEqualTo("2001:db8::/32");
        assertThat(one.get("ip").asString()).isEqualTo("198.51.100.7/32");
        assertThat(four.get("severity").asString()).isEqualTo("no_access");
        assertThat(four.get("expires_at").isNull()).isTrue();
        assertThat(admin.get(BLOCKS + "/" + idOf(four)).json()).isEqualTo(four);
        assertThat(admin.get(BLOCKS).json().valueStream().map(IpBlockIntegrationTests::idOf))
                .containsExactly(idOf(one), idOf(six), idOf(four));
        assertThat(admin.get(admin.get(BLOCKS + "?limit=2").next()).json()).hasSize(1);
        assertThat(networksWithoutAccess()).containsExactly("192.0.2.0/24");
    }

    @Test
    void changesWhatIsSaid() {
        String path = BLOCKS + "/" + idOf(block("192.0.2.0/24", "no_access"));

        JsonNode changed = admin.putJson(
                        path, "{\"severity\":\"sign_up_block\",\"expires_in\":60,\"comment\":\"Spam\"}")
                .json();

        assertThat(changed.get("ip").asString()).isEqualTo("192.0.2.0/24");
        assertThat(changed.get("severity").asString()).isEqualTo("sign_up_block");
        assertThat(changed.get("comment").asString()).isEqualTo("Spam");
        assertThat(changed.get("expires_at").isNull()).isFalse();
        assertThat(networksWithoutAccess()).isEmpty();
        assertThat(admin.delete(path).status()).isEqualTo(200);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE object_id = ? ORDER BY id")
                        .param(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))
                        .query(String.class)
                        .list())
                .containsExactly("CREATE_IP_BLOCK", "UPDATE_IP_BLOCK", "DELETE_IP_BLOCK");
    }

    @Test
    void refusesSignUpsFromANetwork() {
        block("2001:db8::/32", "sign_up_block");

        assertThat(signUpFrom("2001:db8:7::1", world.aNewcomer("new")).status()).isEqualTo(403);
        assertThat(signUpFrom("2001:db9::1", world.aNewcomer("new")).status()).isEqualTo(200);
        Answer page = world.browser().get("/auth/sign_in", "X-Forwarded-For", "2001:db8:7::1");
        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void hasAModeratorDecideAboutSignUps() {
        block("192.0.2.0/24", "sign_up_requires_approval");
        Newcomer newcomer = world.aNewcomer("new");

        assertThat(signUpFrom("192.0.2.5", newcomer).status()).isEqualTo(200);
        world.confirm(newcomer);

        assertThat(jdbc.sql("SELECT count(*) FROM sign_up WHERE email = ? AND confirmed_at IS NOT NULL")
                        .param(newcomer.email())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void givesNoSessionOrTokenWithoutAccess() {
        block("192.0.2.0/24", "no_access");
        block("192.0.0.0/16", "sign_up_requires_approval");

        for (String path : List.of("/oauth/token", "/auth/sign_in", "/auth/sign_up")) {
            assertThat(world.browser()
                            .post(path, Map.of(), "X-Forwarded-For", "192.0.2.9")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(world.browser()
                        .post("/oauth/token", Map.of(), "X-Forwarded-For", "192.0.3.9")
                        .status())
                .isNotEqualTo(403);
        assertThat(signUpFrom("192.0.2.9", world.aNewcomer("new")).status()).isEqualTo(403);
    }

    @Test
    void anOperatorLetsAnAddressInAgain() {
        block("192.0.2.0/24", "no_access");
        block("192.0.0.0/16", "sign_up_block");
        block("::ffff:198.51.100.0/120", "no_access");
        Browser launcher = world.asService("launcher");

        assertThat(launcher.postJson("/internal/admin/networks/192.0.2.9/let-in", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(launcher.postJson("/internal/admin/networks/192.0.2.9/let-in", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(networksWithoutAccess()).containsExactly("198.51.100.0/24");
    }

    @Test
    void endsByItself() {
        String id = idOf(block("192.0.2.0/24", "no_access"));
        jdbc.sql("UPDATE ip_block SET expires_at = now() - interval '1 second'").update();

        assertThat(signUpFrom("192.0.2.5", world.aNewcomer("new")).status()).isEqualTo(200);
        assertThat(networksWithoutAccess()).isEmpty();
        assertThat(admin.get(BLOCKS).json()).isEmpty();
        assertThat(admin.get(BLOCKS + "/" + id).status()).isEqualTo(404);
        assertThat(idOf(block("192.0.2.0/24", "no_access"))).isNotEqualTo(id);
    }

    @Test
    void saysWhatCannotBe() {
        block("192.0.2.0/24", "no_access");

        for (String ip :
                List.of("", "abc", "192.0.2", "192.0.2.0/33", "2001:db8::/129", "300.0.0.1", "::1%lo", "1/8")) {
            assertProblem(Map.of("ip", ip, "severity", "no_access"), "ip");
        }
        assertProblem(Map.of("ip", "192.0.2.9/24", "severity", "no_access"), "ip");
        for (String ip : List.of("127.0.0.0/8", "0.0.0.0/0", "::/0", "::ffff:127.0.0.0/104")) {
            assertProblem(Map.of("ip", ip, "severity", "no_access"), "ip");
        }
        assertProblem(Map.of("ip", "198.51.100.0/24"), "severity");
        assertProblem(Map.of("ip", "198.51.100.0/24", "severity", "mean"), "severity");
        assertProblem(Map.of("ip", "198.51.100.0/24", "severity", "no_access", "expires_in", "0"), "expires_in");
        assertProblem(Map.of("ip", "198.51.100.0/24", "severity", "no_access", "comment", "a".repeat(501)), "comment");
        assertThat(admin.get(BLOCKS).json()).hasSize(1);
    }

    private JsonNode block(String ip, String severity) {
        Answer answer = admin.post(BLOCKS, Map.of("ip", ip, "severity", severity));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void assertProblem(Map<String, String> form, String field) {
        Answer answer = admin.post(BLOCKS, new HashMap<>(form));
        assertThat(answer.status()).as(form + answer.body()).isEqualTo(422);
        assertThat(answer.json().get("details").has(field)).as(answer.body()).isTrue();
    }

    private Answer signUpFrom(String peer, Newcomer newcomer) {
        return world.as(world.anAppToken()).post("/api/v1/accounts", newcomer.form(), "X-Forwarded-For", peer);
    }

    private List<String> networksWithoutAccess() {
        var networks = new ArrayList<String>();
        world.asService("gateway")
                .get("/internal/blocked-networks")
                .json()
                .get("networks")
                .forEach(network -> networks.add(network.asString()));
        return networks;
    }

    private static String idOf(JsonNode block) {
        return block.get("id").asString();
    }
}
