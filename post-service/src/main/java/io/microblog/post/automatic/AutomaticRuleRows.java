package io.microblog.post.automatic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.problem.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Keeps rules. */
@Component
class AutomaticRuleRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final TypeReference<List<RuleCondition>> CONDITIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    AutomaticRuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rules in their order. */
    List<AutomaticRule> all() {
        return jdbc.sql("SELECT * FROM automatic_rule ORDER BY position, id")
                .query(AutomaticRuleRows::map)
                .list();
    }

    Optional<AutomaticRule> find(long id) {
        return jdbc.sql("SELECT * FROM automatic_rule WHERE id = :id")
                .param("id", id)
                .query(AutomaticRuleRows::map)
                .optional();
    }

    /**
     * Adds a rule unless there are too many.
     *
     * @return whether there was room; additions come one after the other, so that the limit holds for requests at once
     */
    boolean add(AutomaticRule rule, int most) {
        jdbc.sql("LOCK TABLE automatic_rule IN SHARE ROW EXCLUSIVE MODE").update();
        return with(rule, """
                INSERT INTO automatic_rule (id, version, name, position, conditions, action, text, enabled, updated_at)
                SELECT :id, :version, :name, :position, CAST(:conditions AS jsonb), :action, :text, :enabled, :updatedAt
                WHERE (SELECT count(*) FROM automatic_rule) < :most
                """).param("most", most).update() == 1;
    }

    /** Changes the version before the rule's; false when that is no longer the present one. */
    boolean change(AutomaticRule rule) {
        return with(rule, """
                UPDATE automatic_rule SET version = :version, name = :name, position = :position,
                    conditions = CAST(:conditions AS jsonb), action = :action, text = :text, enabled = :enabled,
                    updated_at = :updatedAt
                WHERE id = :id AND version = :version - 1
                """).update() == 1;
    }

    boolean delete(long id) {
        return jdbc.sql("DELETE FROM automatic_rule WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(AutomaticRule rule, String sql) {
        return jdbc.sql(sql)
                .param("id", rule.id())
                .param("version", rule.version())
                .param("name", rule.name())
                .param("position", rule.position())
                .param("conditions", json(rule.conditions()))
                .param("action", rule.action().name())
                .param("text", rule.text())
                .param("enabled", rule.enabled())
                .param("updatedAt", rule.updatedAt().atOffset(ZoneOffset.UTC));
    }

    static String json(List<Condition> conditions) {
        return JSON.writeValueAsString(
                conditions.stream().map(RuleCondition::of).toList());
    }

    private static AutomaticRule map(ResultSet row, int number) throws SQLException {
        return new AutomaticRule(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                row.getInt("position"),
                conditions(row.getString("conditions")),
                RuleAction.valueOf(row.getString("action")),
                row.getString("text"),
                row.getBoolean("enabled"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    /** They were checked when they were written; limits that are lower by now do not unmake them. */
    static List<Condition> conditions(String json) {
        var read = new ArrayList<Condition>();
        for (RuleCondition stored : JSON.readValue(json, CONDITIONS)) {
            new ConditionReader("conditions", Invalid.builder()).read(stored).ifPresent(read::add);
        }
        return read;
    }
}
