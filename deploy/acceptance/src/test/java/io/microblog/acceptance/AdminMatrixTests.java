package io.microblog.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of administrators, of whatever service, asked for through the gateway by everybody. What it is asked
 * about is not there: 404 means let in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminMatrixTests {

    private static final long ADMINISTRATOR = 0x1;
    private static final long VIEW_AUDIT_LOG = 0x4;
    private static final long VIEW_DASHBOARD = 0x8;
    private static final long MANAGE_REPORTS = 0x10;
    private static final long MANAGE_SETTINGS = 0x40;
    private static final long MANAGE_BLOCKS = 0x80;
    private static final long MANAGE_TAXONOMIES = 0x100;
    private static final long MANAGE_APPEALS = 0x200;
    private static final long MANAGE_USERS = 0x400;
    private static final long MANAGE_INVITES = 0x800;
    private static final long MANAGE_RULES = 0x1000;
    private static final long MANAGE_ANNOUNCEMENTS = 0x2000;
    private static final long MANAGE_ROLES = 0x20000;
    private static final long DELETE_USER_DATA = 0x80000;

    private static final String SCOPES = "read write admin:read admin:write";

    /** What a role must hold for operations whose address matches, some with their method; the first one counts. */
    private static final Map<String, Long> NEEDED = needed();

    private final Person owner = Person.owner("matrix");
    private List<Operation> operations = List.of();

    private record Operation(String method, String path) {

        int ask(Http client) {
            String there = path.replaceAll("\\{\\w+}", "7");
            return client.send(method, there, "application/json", method.equals("GET") ? "" : "{}")
                    .status();
        }

        /** Whether a role with these permissions may ask for it. */
        boolean isFor(long permissions) {
            long needed = NEEDED.entrySet().stream()
                    .filter(entry -> (path + " " + method).matches("/api/v\\d/admin/" + entry.getKey() + "( [A-Z]+)?"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Who may " + this + "?"))
                    .getValue();
            return (permissions & (needed | ADMINISTRATOR)) != 0;
        }
    }

    private static Map<String, Long> needed() {
        var needed = new LinkedHashMap<String, Long>();
        needed.put("accounts/\\{id} DELETE", DELETE_USER_DATA);
        needed.put("accounts/\\{id}/erasure_request", DELETE_USER_DATA);
        needed.put("accounts/\\{id}/notes", MANAGE_REPORTS);
        needed.put("accounts/\\{id}/role", MANAGE_ROLES);
        needed.put("accounts.*", MANAGE_USERS);
        needed.put("announcements.*", MANAGE_ANNOUNCEMENTS);
        needed.put("audit_log", VIEW_AUDIT_LOG);
        needed.put("automatic_rules.*", MANAGE_RULES);
        needed.put("canonical_email_blocks.*", MANAGE_BLOCKS);
        needed.put("cases.*", MANAGE_REPORTS);
        needed.put("dimensions", VIEW_DASHBOARD);
        needed.put("email_domain_blocks.*", MANAGE_BLOCKS);
        needed.put("held_posts.*", MANAGE_REPORTS);
        needed.put("invites.*", MANAGE_INVITES);
        needed.put("ip_blocks.*", MANAGE_BLOCKS);
        needed.put("mail_budget", VIEW_DASHBOARD);
        needed.put("mail_suppressions.*", MANAGE_USERS);
        needed.put("mails.*", MANAGE_SETTINGS);
        needed.put("measures", VIEW_DASHBOARD);
        needed.put("reports.*", MANAGE_REPORTS);
        needed.put("retention", VIEW_DASHBOARD);
        needed.put("roles.*", MANAGE_ROLES);
        needed.put("rules.*", MANAGE_RULES);
        needed.put("strikes/\\{id}/appeal/.*", MANAGE_APPEALS);
        needed.put("strikes/\\{id}/undo", MANAGE_USERS);
        needed.put("strikes.*", MANAGE_REPORTS);
        needed.put("tags.*", MANAGE_TAXONOMIES);
        needed.put("translations", MANAGE_ANNOUNCEMENTS);
        needed.put("trends/.*", MANAGE_TAXONOMIES);
        return needed;
    }

    @BeforeAll
    void read() {
        operations = new Http()
                .get("/api/openapi.json")
                .expect(200)
                .json()
                .get("paths")
                .propertyStream()
                .filter(path -> path.getKey().matches("/api/v\\d/admin/.*"))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey())))
                .toList();
    }

    @Test
    void letsEachRoleInWhereItsPermissionsDo() {
        Http appoints = owner.within(SCOPES);
        appoints.post("/api/v1/admin/roles", Map.of("name", "Announcer", "permissions", "8192", "position", 3))
                .expect(200);
        JsonNode roles = appoints.get("/api/v1/admin/roles").expect(200).json();
        var wrong = new ArrayList<String>();
        for (JsonNode role : roles) {
            long permissions = Long.parseLong(role.get("permissions").asString());
            if ((permissions & ADMINISTRATOR) == 0) {
                Person staff = Person.signUp("staff");
                appoints.post(
                                "/api/v1/admin/accounts/" + staff.id + "/role",
                                Map.of("role_id", role.get("id").asString()))
                        .expect(200);
                wrong.addAll(others(
                        staff.within(SCOPES), permissions, role.get("name").asString()));
            }
        }
        wrong.addAll(others(owner.within(SCOPES), ADMINISTRATOR, "Owner"));

        assertThat(wrong).isEmpty();
    }

    @Test
    void letsInNobodyWithoutARole() {
        Http anyone = new Http();

        assertThat(others(Person.signUp("nobody").within(SCOPES), 0, "nobody")).isEmpty();
        assertThat(operations)
                .allSatisfy(operation -> assertThat(operation.ask(anyone))
                        .as(operation.toString())
                        .isEqualTo(401));
    }

    /** What is answered otherwise than it should be. */
    private List<String> others(Http client, long permissions, String role) {
        var others = new ArrayList<String>();
        for (Operation operation : operations) {
            int status = operation.ask(client);
            boolean right =
                    operation.isFor(permissions) ? List.of(200, 400, 404, 422).contains(status) : status == 403;
            if (!right) {
                others.add(role + " is answered " + status + " by " + operation);
            }
        }
        return others;
    }
}
