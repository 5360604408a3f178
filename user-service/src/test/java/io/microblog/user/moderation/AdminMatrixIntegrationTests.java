package io.microblog.user.moderation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.microblog.kit.security.Permission;
import io.microblog.user.Browser;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Every operation of administrators, asked for by everybody. What it is asked about is not there: 404 means let in. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminMatrixIntegrationTests {

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("GET", "/api/v1/admin/accounts", Permission.MANAGE_USERS),
            new Operation("GET", "/api/v2/admin/accounts", Permission.MANAGE_USERS),
            new Operation("GET", "/api/v1/admin/accounts/{id}", Permission.MANAGE_USERS),
            new Operation("DELETE", "/api/v1/admin/accounts/{id}", Permission.DELETE_USER_DATA),
            new Operation("POST", "/api/v1/admin/accounts/{id}/action", Permission.MANAGE_USERS),
            new Operation("POST", "/api/v1/admin/accounts/{id}/approve", Permission.MANAGE_USERS),
            new Operation("POST", "/api/v1/admin/accounts/{id}/enable", Permission.MANAGE_USERS),
            new Operation("DELETE", "/api/v1/admin/accounts/{id}/erasure_request", Permission.DELETE_USER_DATA),
            new Operation("GET", "/api/v1/admin/accounts/{id}/notes", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/accounts/{id}/notes", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/accounts/{id}/reject", Permission.MANAGE_USERS),
            new Operation("POST", "/api/v1/admin/accounts/{id}/role", Permission.MANAGE_ROLES),
            new Operation("POST", "/api/v1/admin/accounts/{id}/unsensitive", Permission.MANAGE_USERS),
            new Operation("POST", "/api/v1/admin/accounts/{id}/unsilence", Permission.MANAGE_USERS),
            new Operation("POST", "/api/v1/admin/accounts/{id}/unsuspend", Permission.MANAGE_USERS),
            new Operation("GET", "/api/v1/admin/audit_log", Permission.VIEW_AUDIT_LOG),
            new Operation("GET", "/api/v1/admin/canonical_email_blocks", Permission.MANAGE_BLOCKS),
            new Operation("POST", "/api/v1/admin/canonical_email_blocks", Permission.MANAGE_BLOCKS),
            new Operation("POST", "/api/v1/admin/canonical_email_blocks/test", Permission.MANAGE_BLOCKS),
            new Operation("GET", "/api/v1/admin/canonical_email_blocks/{id}", Permission.MANAGE_BLOCKS),
            new Operation("DELETE", "/api/v1/admin/canonical_email_blocks/{id}", Permission.MANAGE_BLOCKS),
            new Operation("GET", "/api/v1/admin/email_domain_blocks", Permission.MANAGE_BLOCKS),
            new Operation("POST", "/api/v1/admin/email_domain_blocks", Permission.MANAGE_BLOCKS),
            new Operation("GET", "/api/v1/admin/email_domain_blocks/{id}", Permission.MANAGE_BLOCKS),
            new Operation("DELETE", "/api/v1/admin/email_domain_blocks/{id}", Permission.MANAGE_BLOCKS),
            new Operation("GET", "/api/v1/admin/cases", Permission.MANAGE_REPORTS),
            new Operation("GET", "/api/v1/admin/cases/{id}", Permission.MANAGE_REPORTS),
            new Operation("GET", "/api/v1/admin/cases/{id}/messages", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/cases/{id}/messages", Permission.MANAGE_REPORTS),
            new Operation("GET", "/api/v1/admin/invites", Permission.MANAGE_INVITES),
            new Operation("DELETE", "/api/v1/admin/invites/{id}", Permission.MANAGE_INVITES),
            new Operation("GET", "/api/v1/admin/ip_blocks", Permission.MANAGE_BLOCKS),
            new Operation("POST", "/api/v1/admin/ip_blocks", Permission.MANAGE_BLOCKS),
            new Operation("GET", "/api/v1/admin/ip_blocks/{id}", Permission.MANAGE_BLOCKS),
            new Operation("PUT", "/api/v1/admin/ip_blocks/{id}", Permission.MANAGE_BLOCKS),
            new Operation("DELETE", "/api/v1/admin/ip_blocks/{id}", Permission.MANAGE_BLOCKS),
            new Operation("POST", "/api/v1/admin/dimensions", Permission.VIEW_DASHBOARD),
            new Operation("POST", "/api/v1/admin/measures", Permission.VIEW_DASHBOARD),
            new Operation("POST", "/api/v1/admin/retention", Permission.VIEW_DASHBOARD),
            new Operation("GET", "/api/v1/admin/reports", Permission.MANAGE_REPORTS),
            new Operation("GET", "/api/v1/admin/reports/{id}", Permission.MANAGE_REPORTS),
            new Operation("PUT", "/api/v1/admin/reports/{id}", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/reports/{id}/assign_to_self", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/reports/{id}/reopen", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/reports/{id}/resolve", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/reports/{id}/unassign", Permission.MANAGE_REPORTS),
            new Operation("GET", "/api/v1/admin/strikes", Permission.MANAGE_REPORTS),
            new Operation("GET", "/api/v1/admin/strikes/{id}", Permission.MANAGE_REPORTS),
            new Operation("POST", "/api/v1/admin/strikes/{id}/appeal/approve", Permission.MANAGE_APPEALS),
            new Operation("POST", "/api/v1/admin/strikes/{id}/appeal/reject", Permission.MANAGE_APPEALS),
            new Operation("POST", "/api/v1/admin/strikes/{id}/undo", Permission.MANAGE_USERS),
            new Operation("GET", "/api/v1/admin/roles", Permission.MANAGE_ROLES),
            new Operation("POST", "/api/v1/admin/roles", Permission.MANAGE_ROLES),
            new Operation("GET", "/api/v1/admin/roles/{id}", Permission.MANAGE_ROLES),
            new Operation("PUT", "/api/v1/admin/roles/{id}", Permission.MANAGE_ROLES),
            new Operation("DELETE", "/api/v1/admin/roles/{id}", Permission.MANAGE_ROLES),
            new Operation("GET", "/api/v1/admin/rules", Permission.MANAGE_RULES),
            new Operation("POST", "/api/v1/admin/rules", Permission.MANAGE_RULES),
            new Operation("GET", "/api/v1/admin/rules/{id}", Permission.MANAGE_RULES),
            new Operation("PUT", "/api/v1/admin/rules/{id}", Permission.MANAGE_RULES),
            new Operation("DELETE", "/api/v1/admin/rules/{id}", Permission.MANAGE_RULES));

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    Person staff = World.NOBODY;

    private record Operation(String method, String path, Permission permission) {

        /** What it answers about what is not there. */
        int ask(Browser client) {
            String there = path.replace("{id}", "7");
            return switch (method) {
                case "GET" -> client.get(there).status();
                case "PUT" -> client.putJson(there, "{}").status();
                case "DELETE" -> client.delete(there).status();
                default -> client.postJson(there, "{}").status();
            };
        }

        boolean reads() {
            return method.equals("GET") || path.endsWith("/test") || permission == Permission.VIEW_DASHBOARD;
        }
    }

    @BeforeAll
    void somebody() {
        staff = world.aPerson("staff");
    }

    @Test
    void knowsEveryOperation() {
        Set<String> described = new HashSet<>();
        world.asService("gateway").get("/internal/openapi").json().get("paths").properties().stream()
                .filter(path -> path.getKey().matches("/api/v\\d/admin/.*"))
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(OPERATIONS.stream().map(operation -> operation.method() + " " + operation.path()))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void letsInWhoseRoleAllowsIt(Permission permission) {
        Client client = holding(Permission.sum(permission), "admin:read admin:write");

        for (Operation operation : OPERATIONS) {
            boolean allowed = operation.permission() == permission || permission == Permission.ADMINISTRATOR;
            int status = operation.ask(client);
            if (allowed) {
                assertThat(status).as(operation.toString()).isIn(200, 404, 422);
            } else {
                assertThat(status).as(operation.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void needsTheScope() {
        Client reading = holding(Permission.ALL, "admin:read");
        Client writing = holding(Permission.ALL, "admin:write");
        Client ordinary = holding(Permission.ALL, "read write");

        for (Operation operation : OPERATIONS) {
            assertThat(operation.ask(operation.reads() ? writing : reading))
                    .as(operation.toString())
                    .isEqualTo(403);
            assertThat(operation.ask(ordinary)).as(operation.toString()).isEqualTo(403);
        }
    }

    @Test
    void isForNobodyWithoutARole() {
        Client nobody = holding(null, "admin:read admin:write");

        assertThat(OPERATIONS).allSatisfy(operation -> {
            assertThat(operation.ask(nobody)).isEqualTo(403);
            assertThat(operation.ask(world.browser())).isEqualTo(401);
        });
    }

    /** Somebody whose role allows this; null for no role. */
    private Client holding(@Nullable Long permissions, String scopes) {
        if (permissions == null) {
            jdbc.sql("UPDATE account SET role_id = NULL WHERE id = ?")
                    .param(staff.id())
                    .update();
        } else {
            long role = 1_000_000 + permissions;
            jdbc.sql("""
                    INSERT INTO role (id, name, permissions, position, highlighted)
                    VALUES (:id, :name, :permissions, 500, false) ON CONFLICT (id) DO NOTHING
                    """)
                    .param("id", role)
                    .param("name", "Role " + role)
                    .param("permissions", permissions)
                    .update();
            world.appoint(staff, role);
        }
        return world.as(world.aToken(staff, scopes));
    }
}
