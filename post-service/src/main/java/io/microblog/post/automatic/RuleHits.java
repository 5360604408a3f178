package io.microblog.post.automatic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.microblog.event.Visibility;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.security.Sha256;
import io.microblog.kit.sql.BatchedDeletion;
import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What rules caught, for some months. Which direct post it was is not kept, nor what a refused post said. */
@Component
class RuleHits {

    private static final String FORGET = """
            DELETE FROM automatic_rule_hit WHERE id IN (
                SELECT id FROM automatic_rule_hit WHERE id < :oldest LIMIT :batch)
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Duration kept;

    RuleHits(JdbcClient jdbc, IdGenerator ids, AutomaticRuleProperties properties) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.kept = properties.keepHits();
    }

    /**
     * A hit.
     *
     * @param postId null when the post was refused or is direct
     * @param textHash of a refused public or unlisted post: SHA-256 of what it said, without regard to case and width, in
     *     hexadecimal digits; else null
     */
    record Hit(
            long id,
            long accountId,
            @Nullable Long postId,
            @Nullable String textHash,
            Visibility visibility,
            RuleAction action) {

        Instant at() {
            return IdGenerator.timeOf(id);
        }
    }

    /** Notes that a post was caught that is published. */
    void note(AutomaticRule rule, JudgedPost post) {
        Long shown = post.visibility() == Visibility.DIRECT ? null : post.id();
        add(rule, post, shown, null);
    }

    /** Notes that a post was refused. */
    void noteRefused(AutomaticRule rule, JudgedPost post) {
        boolean forAll = post.visibility() == Visibility.PUBLIC || post.visibility() == Visibility.UNLISTED;
        add(rule, post, null, forAll ? Sha256.bytes(post.folded()) : null);
    }

    private void add(AutomaticRule rule, JudgedPost post, @Nullable Long postId, byte @Nullable [] hash) {
        jdbc.sql("""
                INSERT INTO automatic_rule_hit (id, rule_id, account_id, post_id, text_hash, visibility, action)
                VALUES (:id, :rule, :account, :post, :hash, :visibility, :action)
                """)
                .param("id", ids.next())
                .param("rule", rule.id())
                .param("account", post.authorId())
                .param("post", postId, Types.BIGINT)
                .param("hash", hash, Types.BINARY)
                .param("visibility", post.visibility().name())
                .param("action", rule.action().name())
                .update();
    }

    /** Some of a rule, the newest first. */
    List<Hit> of(long ruleId, Page page) {
        return page.newestFirst(jdbc.sql("""
                SELECT * FROM automatic_rule_hit WHERE rule_id = :rule AND id < :below AND id > :above
                ORDER BY id %s LIMIT :limit
                """.formatted(page.order()))
                .param("rule", ruleId)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(RuleHits::map)
                .list());
    }

    /** Forgets what is too old. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT9M")
    void forgetOld() {
        long oldest = IdGenerator.firstOf(Instant.now().minus(kept));
        BatchedDeletion.run(jdbc, FORGET, Map.of("oldest", oldest));
    }

    private static Hit map(ResultSet row, int number) throws SQLException {
        byte[] hash = row.getBytes("text_hash");
        return new Hit(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getObject("post_id", Long.class),
                hash == null ? null : HexFormat.of().formatHex(hash),
                Visibility.valueOf(row.getString("visibility")),
                RuleAction.valueOf(row.getString("action")));
    }
}
