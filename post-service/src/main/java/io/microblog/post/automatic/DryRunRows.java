package io.microblog.post.automatic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps dry runs, how far they have come, and what they caught first. */
@Component
class DryRunRows {

    /** Of the posts that a run catches, so many are kept to be looked at. */
    static final int KEPT = 1_000;

    /** One instance works at a run; if it dies, another goes on after this time. */
    private static final String CLAIM = """
            UPDATE automatic_dry_run SET claimed_until = now() + interval '30 seconds', attempts = attempts + 1
            WHERE id = (SELECT id FROM automatic_dry_run WHERE state = 'RUNNING' AND claimed_until < now()
                LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;

    /** Whoever went on after another instance took the run over, or after its end, changes nothing. */
    private static final String ADVANCE = """
            UPDATE automatic_dry_run SET judged_to = :to, judged = judged + :judged, caught = caught + :caught,
                attempts = 0, claimed_until = now() + interval '30 seconds',
                state = CASE WHEN :last THEN 'DONE' ELSE state END,
                ended_at = CASE WHEN :last THEN now() END
            WHERE id = :id AND state = 'RUNNING' AND judged_to = :from
            """;

    private final JdbcClient jdbc;

    DryRunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run with the time before which no post is looked at. */
    void add(DryRun run, long accountId) {
        jdbc.sql("""
                INSERT INTO automatic_dry_run
                    (id, account_id, rule_id, conditions, action, state, up_to, judged_to, claimed_until)
                VALUES (:id, :account, :rule, CAST(:conditions AS jsonb), :action, :state, :upTo, :judgedTo, '-infinity')
                """)
                .param("id", run.id())
                .param("account", accountId)
                .param("rule", run.ruleId(), Types.BIGINT)
                .param("conditions", AutomaticRuleRows.json(run.conditions()))
                .param("action", run.action().name())
                .param("state", run.state().name())
                .param("upTo", run.upTo())
                .param("judgedTo", run.judgedTo())
                .update();
    }

    Optional<DryRun> find(long id) {
        return jdbc.sql("SELECT * FROM automatic_dry_run WHERE id = :id")
                .param("id", id)
                .query(DryRunRows::map)
                .optional();
    }

    /** Some runs, the newest first. */
    List<DryRun> page(Page page) {
        return page.newestFirst(jdbc.sql("""
                SELECT * FROM automatic_dry_run WHERE id < :below AND id > :above ORDER BY id %s LIMIT :limit
                """.formatted(page.order()))
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(DryRunRows::map)
                .list());
    }

    /** A run that nobody works at. */
    @Transactional
    Optional<DryRun> claim() {
        return jdbc.sql(CLAIM).query(DryRunRows::map).optional();
    }

    void count(long id, long posts) {
        jdbc.sql("UPDATE automatic_dry_run SET posts = :posts WHERE id = :id")
                .param("posts", posts)
                .param("id", id)
                .update();
    }

    /**
     * Notes that more posts are judged.
     *
     * @param to the last of them
     * @return whether the run goes on with the next ones
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean advance(DryRun run, long to, int judged, List<Long> caught, boolean last) {
        boolean mine = jdbc.sql(ADVANCE)
                        .param("to", to)
                        .param("judged", judged)
                        .param("caught", caught.size())
                        .param("last", last)
                        .param("id", run.id())
                        .param("from", run.judgedTo())
                        .update()
                == 1;
        if (mine && run.caught() < KEPT) {
            keep(run.id(), caught.subList(0, (int) Math.min(caught.size(), KEPT - run.caught())));
        }
        return mine && !last;
    }

    private void keep(long id, List<Long> posts) {
        jdbc.sql("INSERT INTO automatic_dry_run_post (run_id, post_id) SELECT :run, unnest(CAST(:posts AS bigint[]))")
                .param("run", id)
                .param("posts", posts.toArray(Long[]::new))
                .update();
    }

    /** Ends a run; false when it has ended. */
    boolean cancel(long id) {
        return end(id, DryRun.State.CANCELLED, 0);
    }

    /** Gives a run up that came no further in so many attempts. */
    boolean giveUp(long id, int attempts) {
        return end(id, DryRun.State.FAILED, attempts);
    }

    private boolean end(long id, DryRun.State state, int attempts) {
        return jdbc.sql("""
                        UPDATE automatic_dry_run SET state = :state, ended_at = now()
                        WHERE id = :id AND state = 'RUNNING' AND attempts >= :attempts
                        """)
                        .param("state", state.name())
                        .param("id", id)
                        .param("attempts", attempts)
                        .update()
                == 1;
    }

    /** A part of what a run caught first, the newest post first. */
    List<Long> caught(long id, Page page) {
        return page.newestFirst(jdbc.sql("""
                SELECT post_id FROM automatic_dry_run_post
                WHERE run_id = :run AND post_id < :below AND post_id > :above ORDER BY post_id %s LIMIT :limit
                """.formatted(page.order()))
                .param("run", id)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query((row, number) -> row.getLong("post_id"))
                .list());
    }

    /** Forgets runs that began before this one would have. */
    void forgetBefore(long id) {
        jdbc.sql("DELETE FROM automatic_dry_run WHERE id < :id AND state <> 'RUNNING'")
                .param("id", id)
                .update();
    }

    private static DryRun map(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new DryRun(
                row.getLong("id"),
                row.getObject("rule_id", Long.class),
                AutomaticRuleRows.conditions(row.getString("conditions")),
                RuleAction.valueOf(row.getString("action")),
                DryRun.State.valueOf(row.getString("state")),
                row.getLong("up_to"),
                row.getLong("judged_to"),
                row.getObject("posts", Long.class),
                row.getLong("judged"),
                row.getLong("caught"),
                ended == null ? null : ended.toInstant());
    }
}
