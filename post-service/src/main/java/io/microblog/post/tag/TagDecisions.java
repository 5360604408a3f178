package io.microblog.post.tag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.microblog.event.PostModerationEvent.HashtagDecided;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what moderators decide about hashtags. Each decision is told to the audit log. */
@Service
public class TagDecisions {

    private static final String CHANGE = """
            INSERT INTO hashtag_decision AS d (hashtag, display_name, usable, listable, trendable, decided_at)
            VALUES (:hashtag, :name, coalesce(:usable, true), coalesce(:listable, true), :trendable, now())
            ON CONFLICT (hashtag) DO UPDATE SET display_name = coalesce(:name, d.display_name),
                usable = coalesce(:usable, d.usable), listable = coalesce(:listable, d.listable),
                trendable = coalesce(:trendable, d.trendable), decided_at = excluded.decided_at
            RETURNING *
            """;

    /** After which time at most other instances refuse a hashtag that posts may not have any more. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    /** Whether posts may have it, by hashtag. */
    private final Cache<String, Boolean> usable = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    TagDecisions(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** What holds of each. */
    public Map<String, TagDecision> of(Collection<String> keys) {
        Map<String, TagDecision> decided = jdbc
                .sql("SELECT * FROM hashtag_decision WHERE hashtag = ANY (:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(TagDecisions::map)
                .list()
                .stream()
                .collect(Collectors.toMap(TagDecision::hashtag, Function.identity()));
        return keys.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), key -> decided.getOrDefault(key, TagDecision.none(key))));
    }

    /**
     * Refuses hashtags that posts may not have: at once on the instance where that was decided, within seconds on others.
     *
     * @throws Invalid naming them
     */
    public void requireUsable(Collection<String> keys) {
        List<String> refused = usable.getAll(keys, this::readUsable).entrySet().stream()
                .filter(known -> !known.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!refused.isEmpty()) {
            throw Invalid.field(
                            "text",
                            "ERR_BLOCKED",
                            "has hashtags that this server does not allow: #" + String.join(", #", refused))
                    .withCode("hashtag-not-allowed");
        }
    }

    private Map<String, Boolean> readUsable(Set<? extends String> keys) {
        return of(List.copyOf(keys)).values().stream()
                .collect(Collectors.toMap(TagDecision::hashtag, TagDecision::usable));
    }

    /** Decides, and returns all that holds of it then. */
    @Transactional
    public TagDecision decide(long moderator, String key, TagDecision.Change change) {
        TagDecision decision = jdbc.sql(CHANGE)
                .param("hashtag", key)
                .param("name", change.displayName(), Types.VARCHAR)
                .param("usable", change.usable(), Types.BOOLEAN)
                .param("listable", change.listable(), Types.BOOLEAN)
                .param("trendable", change.trendable(), Types.BOOLEAN)
                .query(TagDecisions::map)
                .single();
        forgetAfterCommit(key);
        outbox.append(new HashtagDecided(
                key, moderator, decision.usable(), decision.listable(), decision.trendable(), Instant.now()));
        return decision;
    }

    private void forgetAfterCommit(String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                usable.invalidate(key);
            }
        });
    }

    private static TagDecision map(ResultSet row, int number) throws SQLException {
        return new TagDecision(
                row.getString("hashtag"),
                row.getString("display_name"),
                row.getBoolean("usable"),
                row.getBoolean("listable"),
                row.getObject("trendable", Boolean.class),
                true);
    }
}
