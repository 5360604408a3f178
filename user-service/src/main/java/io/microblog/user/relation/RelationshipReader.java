package io.microblog.user.relation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.user.account.AccountService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the graph. */
@Service
class RelationshipReader {

    private final RelationshipRepository relationships;
    private final AccountService accounts;
    private final JdbcClient jdbc;

    RelationshipReader(RelationshipRepository relationships, AccountService accounts, JdbcClient jdbc) {
        this.relationships = relationships;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Somebody in a list, and where in it: lists are in the order of the follows, which clients page by. */
    record Entry(long cursor, long accountId) {}

    /** The lists of the graph, each with the columns that make it. Suspended people are in none. */
    enum Kind {
        FOLLOWERS("to_id", "from_id", "follow_id"),
        FOLLOWING("from_id", "to_id", "follow_id"),
        REQUESTS("to_id", "from_id", "request_id"),
        BLOCKS("from_id", "to_id", "block_id"),
        MUTES("from_id", "to_id", "mute_id"),
        ENDORSED("from_id", "to_id", "endorse_id");

        private final String sql;

        Kind(String owner, String other, String cursor) {
            this.sql = """
                    SELECT r.%3$s AS cursor, r.%2$s AS account_id
                    FROM relationship r JOIN account other ON other.id = r.%2$s
                    WHERE r.%1$s = :owner AND NOT other.suspended AND r.%3$s > :above AND r.%3$s < :below
                    ORDER BY r.%3$s\s""".formatted(owner, other, cursor);
        }
    }

    /** What holds between the caller and each of the others that exist, in the order asked. */
    List<RelationshipResponse> between(long caller, Collection<Long> others, boolean withSuspended) {
        Map<Long, Relationship> outgoing = relationships.findFrom(caller, others).stream()
                .collect(Collectors.toMap(Relationship::toId, Function.identity()));
        Map<Long, Relationship> incoming = relationships.findTo(caller, others).stream()
                .collect(Collectors.toMap(Relationship::fromId, Function.identity()));
        return accounts.findAll(others).stream()
                .filter(other -> withSuspended || !other.suspended())
                .map(other -> RelationshipResponse.of(other.id(), outgoing.get(other.id()), incoming.get(other.id())))
                .toList();
    }

    /**
     * What holds between the caller and one other.
     *
     * @throws NotFound when there is no such account
     */
    RelationshipResponse one(long caller, long other) {
        return between(caller, List.of(other), true).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** When the owner's mutes of these people end; those that never do are left out. */
    Map<Long, Instant> muteEnds(long owner, Collection<Long> others) {
        return relationships.findFrom(owner, others).stream()
                .filter(relationship -> relationship.muteEndsAt() != null)
                .collect(Collectors.toMap(
                        Relationship::toId, relationship -> Objects.requireNonNull(relationship.muteEndsAt())));
    }

    /** The entries without those whom the caller does not come across; all of them for somebody signed out. */
    List<Entry> withoutUnmet(@Nullable Long caller, List<Entry> entries) {
        if (caller == null || entries.isEmpty()) {
            return entries;
        }
        Set<Long> unmet = relationships.findUnmet(
                caller, entries.stream().map(Entry::accountId).toList(), Instant.now());
        return entries.stream()
                .filter(entry -> !unmet.contains(entry.accountId()))
                .toList();
    }

    /** Whether the owner blocks the caller. */
    boolean isShut(@Nullable Long caller, long owner) {
        return caller != null && relationships.isBlocking(owner, caller);
    }

    /** A page of a list, the newest first. */
    List<Entry> list(Kind kind, long owner, Page page) {
        List<Entry> entries = jdbc.sql(kind.sql + page.order() + " LIMIT :limit")
                .param("owner", owner)
                .param("above", page.above())
                .param("below", page.below())
                .param("limit", page.limit())
                .query((row, number) -> new Entry(row.getLong("cursor"), row.getLong("account_id")))
                .list();
        return page.newestFirst(entries);
    }
}
