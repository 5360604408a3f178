package io.microblog.user.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rules, also those that no longer hold. */
@Repository
class RuleRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Rule.Translation>> TRANSLATIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    RuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Rule> inForce() {
        return jdbc.sql("SELECT * FROM rule WHERE deleted_at IS NULL ORDER BY position, id")
                .query(RuleRepository::map)
                .list();
    }

    Optional<Rule> findInForce(long id) {
        return jdbc.sql("SELECT * FROM rule WHERE id = :id AND deleted_at IS NULL")
                .param("id", id)
                .query(RuleRepository::map)
                .optional();
    }

    /** Those with these ids, in force or not. */
    List<Rule> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM rule WHERE id IN (:ids) ORDER BY position, id")
                        .param("ids", ids)
                        .query(RuleRepository::map)
                        .list();
    }

    void save(Rule rule) {
        jdbc.sql("""
                INSERT INTO rule (id, position, text, hint, translations)
                VALUES (:id, :position, :text, :hint, :translations::jsonb)
                ON CONFLICT (id) DO UPDATE SET position = excluded.position, text = excluded.text,
                    hint = excluded.hint, translations = excluded.translations
                """)
                .param("id", rule.id())
                .param("position", rule.position())
                .param("text", rule.text())
                .param("hint", rule.hint())
                .param("translations", JSON.writeValueAsString(rule.translations()))
                .update();
    }

    void delete(long id) {
        jdbc.sql("UPDATE rule SET deleted_at = now() WHERE id = :id")
                .param("id", id)
                .update();
    }

    private static Rule map(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getLong("id"),
                row.getInt("position"),
                row.getString("text"),
                row.getString("hint"),
                JSON.readValue(row.getString("translations"), TRANSLATIONS));
    }
}
