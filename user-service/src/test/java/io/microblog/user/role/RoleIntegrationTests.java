package io.microblog.user.role;

import java.util.List;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.security.Permission;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class RoleIntegrationTests {

    private static final String ROLES = "/api/v1/admin/roles";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    Client admin;

    @BeforeEach
    void anAdministrator() {
        admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
    }

    @Test
    void listsTheHighestFirst() {
        List<JsonNode> roles = admin.get(ROLES).json().valueStream().toList();

        assertThat(roles).extracting(role -> role.get("position").asInt()).isSortedAccordingTo(reverseOrder());
        assertThat(roles)
                .extracting(role -> role.get("name").asString())
                .startsWith("Owner")
                .containsSubsequence("Admin", "Moderator");
        assertThat(roles.getFirst().get("position").asInt()).isEqualTo(1_000);
        assertThat(roles.getFirst().get("permissions").asString()).isEqualTo("1");
    }

    @Test
    void makesARoleThatItsHolderShows() {
        JsonNode role = create(
                "{\"name\":\"%s\",\"color\":\"#3584e4\",\"permissions\":\"24\",\"position\":5,\"highlighted\":true}");
        Person helper = world.aPerson("helper");
        world.appoint(helper, role.get("id").asLong());

        JsonNode shown = world.account(helper).at("/roles/0");
        assertThat(shown.get("name")).isEqualTo(role.get("name"));
        assertThat(shown.get("color").asString()).isEqualTo("#3584e4");
        JsonNode own = world.as(helper).ownAccount().get("role");
        assertThat(own.get("permissions").asString()).isEqualTo("24");
        assertThat(own.has("position")).isFalse();
    }

    @Test
    void tellsNotificationServiceWhoHasWhich() {
        Person moderator = world.aPerson("moderator");
        Person frozen = world.aPerson("frozen");
        Person suspended = world.aPerson("suspended");
        List.of(moderator, frozen, suspended).forEach(person -> world.appoint(person, World.MODERATOR));
        world.administrate(suspended.username(), "suspend");
        assertThat(admin.postJson("/api/v1/admin/accounts/" + frozen.id() + "/action", "{\"type\":\"disable\"}")
                        .status())
                .isEqualTo(200);

        List<JsonNode> staff =
                world.internal("/internal/staff").json().valueStream().toList();

        assertThat(staff)
                .extracting(one -> one.get("account_id").asLong())
                .contains(moderator.id())
                .doesNotContain(
                        frozen.id(), suspended.id(), world.aPerson("nobody").id());
        assertThat(staff)
                .filteredOn(one -> one.get("account_id").asLong() == moderator.id())
                .allMatch(one ->
                        Permission.MANAGE_REPORTS.isIn(one.get("permissions").asLong()));
        assertThat(world.asService("post-service").get("/internal/staff").status())
                .isEqualTo(403);
    }

    @Test
    void showsNoRoleThatIsNotHighlighted() {
        JsonNode role = create("{\"name\":\"%s\",\"permissions\":16,\"position\":5}");
        Person helper = world.aPerson("helper");
        world.appoint(helper, role.get("id").asLong());

        assertThat(world.account(helper).get("roles")).isEmpty();
    }

    @Test
    void showsNoRoleOfAClosedAccount() {
        Person moderator = world.aPerson("moderator");
        world.appoint(moderator, World.MODERATOR);
        assertThat(world.account(moderator).get("roles")).hasSize(1);

        world.administrate(moderator.username(), "suspend");

        assertThat(world.account(moderator).get("roles")).isEmpty();
    }

    @Test
    void issuesTokensAnewWhenARoleChanges() {
        long role = create("{\"name\":\"%s\",\"permissions\":16,\"position\":5}")
                .get("id")
                .asLong();
        Person helper = world.aPerson("helper");
        world.appoint(helper, role);

        admin.putJson(ROLES + "/" + role, "{\"permissions\":8}");

        await().untilAsserted(() -> assertThat(heard.all(
                        SessionsRevoked.class, event -> event.accountId() != null && event.accountId() == helper.id()))
                .hasSize(1));
        assertThat(world.as(helper).ownAccount().at("/role/permissions").asString())
                .isEqualTo("8");
    }

    @Test
    void takesARoleAwayFromAllWhoHaveIt() {
        long role = create("{\"name\":\"%s\",\"permissions\":16,\"position\":5}")
                .get("id")
                .asLong();
        Person helper = world.aPerson("helper");
        world.appoint(helper, role);

        assertThat(admin.delete(ROLES + "/" + role).status()).isEqualTo(200);

        assertThat(admin.get(ROLES + "/" + role).status()).isEqualTo(404);
        assertThat(world.as(helper).ownAccount().at("/role/id").asString()).isEqualTo("-99");
    }

    @Test
    void givesNothingThatItsWriterMayNotDo() {
        assertProblem(post("{\"name\":\"%s\",\"permissions\":1,\"position\":5}"), "permissions");
        assertProblem(post("{\"name\":\"%s\",\"permissions\":16,\"position\":100}"), "position");
        assertProblem(post("{\"name\":\"%s\",\"permissions\":2097152,\"position\":5}"), "permissions");
    }

    @Test
    void leavesItsOwnAndHigherRolesAlone() {
        assertThat(admin.putJson(ROLES + "/" + World.OWNER, "{\"name\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(admin.putJson(ROLES + "/" + World.ADMIN, "{\"permissions\":1}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.delete(ROLES + "/" + World.OWNER).status()).isEqualTo(403);
    }

    @Test
    void refusesWhatIsNoRole() {
        assertProblem(admin.postJson(ROLES, "{\"permissions\":16,\"position\":5}"), "name");
        assertProblem(admin.postJson(ROLES, "{\"name\":\"owner\",\"position\":5}"), "name");
        assertProblem(post("{\"name\":\"%s\",\"color\":\"red; background:url(x)\",\"position\":5}"), "color");
    }

    @Test
    void needsThePermissionAndTheScope() {
        Person moderator = world.aPerson("moderator");
        assertThat(world.asStaff(moderator, World.MODERATOR).get(ROLES).status())
                .isEqualTo(403);
        Person owner = world.aPerson("owner");
        world.appoint(owner, World.OWNER);
        assertThat(world.as(owner).get(ROLES).status()).isEqualTo(403);
        assertThat(world.as(world.aToken(owner, "admin:read")).get(ROLES).status())
                .isEqualTo(200);
        assertThat(world.as(world.aToken(owner, "admin:read"))
                        .postJson(ROLES, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(world.browser().get(ROLES).status()).isEqualTo(401);
    }

    @Test
    void administratorsMayDoEverything() {
        long owners = Permission.sum(Permission.ADMINISTRATOR);

        assertThat(Permission.values()).allMatch(permission -> permission.isIn(owners));
        assertThat(Permission.MANAGE_RULES.isIn(Permission.sum(Permission.MANAGE_REPORTS)))
                .isFalse();
    }

    private JsonNode create(String json) {
        Answer answer = post(json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer post(String json) {
        return admin.postJson(ROLES, json.formatted(world.newName("role")));
    }

    private static void assertProblem(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("details").has(field)).as(answer.body()).isTrue();
    }
}
