package io.microblog.user.audit;

import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class AuditLogIntegrationTests {

    @Autowired
    World world;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void anEntry() {
        transaction.executeWithoutResult(status -> log.note(1L, AuditedAction.SUSPEND, 2L, null, "Spam"));
    }

    @Test
    void deniesEveryChange() {
        assertRefused("UPDATE audit_entry SET text = 'Nothing'", "permission denied");
        assertRefused("DELETE FROM audit_entry", "permission denied");
        assertRefused("TRUNCATE audit_entry", "permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE audit_entry SET text = 'Nothing'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"})
    void refusesAlsoWhoTakesTheRightsBack(String statement) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("GRANT UPDATE, DELETE, TRUNCATE ON audit_entry TO CURRENT_USER")
                    .update();
            assertRefused(statement, "only grows");
            status.setRollbackOnly();
        });
    }

    @Test
    void gaveItsOwnRightsAway() {
        for (String right : new String[] {"UPDATE", "DELETE", "TRUNCATE"}) {
            assertThat(jdbc.sql("""
                            SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a
                            WHERE c.relname = 'audit_entry' AND a.privilege_type = ?
                            """).param(right).query(Long.class).single())
                    .as(right)
                    .isZero();
        }
    }

    @Test
    void notesWhoWritesRulesAndRoles() {
        Client admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
        String rule = admin.postJson("/api/v1/admin/rules", "{\"text\":\"Be kind\"}")
                .json()
                .get("id")
                .asString();
        admin.delete("/api/v1/admin/rules/" + rule);
        String role = admin.postJson("/api/v1/admin/roles", "{\"name\":\"%s\"}".formatted(world.newName("role")))
                .json()
                .get("id")
                .asString();

        assertThat(admin.get("/api/v1/admin/audit_log?limit=3").json().valueStream())
                .extracting(entry -> entry.get("action").asString() + " "
                        + entry.get("object_id").asString())
                .containsExactly("create_role " + role, "delete_rule " + rule, "create_rule " + rule);
    }

    @Test
    void notesOnlyWithWhatIsDone() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> log.note(1L, AuditedAction.WARN, 2L, null, ""));
    }

    private void assertRefused(String statement, String reason) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update())
                .havingRootCause()
                .withMessageContaining(reason);
    }
}
