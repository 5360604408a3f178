package io.microblog.user.role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.microblog.internal.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps roles, and who has which. */
@Repository
class RoleRepository {

    private final JdbcClient jdbc;

    RoleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person with their role. */
    private record Holder(long accountId, StaffRole role) {}

    List<StaffRole> all() {
        return jdbc.sql("SELECT * FROM role ORDER BY position DESC, id")
                .query(RoleRepository::map)
                .list();
    }

    Optional<StaffRole> find(long id) {
        return jdbc.sql("SELECT * FROM role WHERE id = :id")
                .param("id", id)
                .query(RoleRepository::map)
                .optional();
    }

    Map<Long, StaffRole> ofAccounts(Collection<Long> accountIds) {
        return accountIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT a.id AS account_id, r.* FROM account a JOIN role r ON r.id = a.role_id"
                                + " WHERE a.id IN (:ids)")
                        .param("ids", accountIds)
                        .query((row, number) -> new Holder(row.getLong("account_id"), map(row, number)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Holder::accountId, Holder::role));
    }

    List<Long> holders(long roleId) {
        return jdbc.sql("SELECT id FROM account WHERE role_id = :id")
                .param("id", roleId)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Those with a role whose accounts are open to them. */
    List<StaffMember> staff() {
        return jdbc.sql("SELECT a.id, r.permissions FROM account a JOIN role r ON r.id = a.role_id"
                        + " WHERE NOT a.suspended AND NOT a.disabled ORDER BY a.id")
                .query((row, number) -> new StaffMember(row.getLong("id"), row.getLong("permissions")))
                .list();
    }

    void save(StaffRole role) {
        jdbc.sql("""
                INSERT INTO role (id, name, color, permissions, position, highlighted)
                VALUES (:id, :name, :color, :permissions, :position, :highlighted)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, color = excluded.color,
                    permissions = excluded.permissions, position = excluded.position,
                    highlighted = excluded.highlighted, updated_at = now()
                """)
                .param("id", role.id())
                .param("name", role.name())
                .param("color", role.color())
                .param("permissions", role.permissions())
                .param("position", role.position())
                .param("highlighted", role.highlighted())
                .update();
    }

    void delete(long id) {
        jdbc.sql("UPDATE account SET role_id = NULL WHERE role_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM role WHERE id = :id").param("id", id).update();
    }

    boolean isNameTaken(String name, long by) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM role WHERE lower(name) = lower(:name) AND id <> :id)")
                .param("name", name)
                .param("id", by)
                .query(Boolean.class)
                .single();
    }

    private static StaffRole map(ResultSet row, int number) throws SQLException {
        return new StaffRole(
                row.getLong("id"),
                row.getString("name"),
                row.getString("color"),
                row.getLong("permissions"),
                row.getInt("position"),
                row.getBoolean("highlighted"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
