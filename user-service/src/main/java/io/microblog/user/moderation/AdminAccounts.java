package io.microblog.user.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.event.AccountState;
import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.Visibility;
import io.microblog.kit.account.AccountCounts;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Page;
import io.microblog.user.account.Profiles;
import io.microblog.user.erasure.ErasureRequest;
import io.microblog.user.erasure.Erasures;
import io.microblog.user.moderation.AdminAccountResponse.ErasureRequestResponse;
import io.microblog.user.moderation.AdminAccountResponse.IpResponse;
import io.microblog.user.role.RoleResponse;
import io.microblog.user.role.Roles;
import io.microblog.user.role.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shows moderators accounts and those who wait for one, however many, in a constant number of queries. */
@Service
class AdminAccounts {

    private static final String PEOPLE = """
            SELECT * FROM (
                SELECT a.id, a.username, a.display_name, l.email, l.locale, a.suspended, a.limited, a.sensitized, a.disabled,
                       a.role_id, false AS pending, NULL AS reason, i.inviter_id, a.erased_at
                FROM account a LEFT JOIN login l ON l.account_id = a.id LEFT JOIN invited_account i ON i.account_id = a.id
                UNION ALL
                SELECT s.account_id, s.username, '', s.email, s.locale, false, false, false, false, NULL, true, s.reason,
                       i.owner_id, NULL
                FROM sign_up s LEFT JOIN invite i ON i.id = s.invite_id WHERE s.confirmed_at IS NOT NULL
            ) person
            """;

    private static final String PEERS = """
            SELECT s.principal_name::bigint AS account_id, d.peer, max(s.last_access_time) AS used_at
            FROM spring_session s JOIN session_device d ON d.session_id = s.primary_id
            WHERE s.principal_name IN (:names)
            GROUP BY s.principal_name, d.peer
            """;

    private static final PostingDefaults UNSAID = new PostingDefaults(Visibility.PUBLIC, false, null);

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final Roles roles;
    private final Erasures erasures;
    private final BaseUrl base;

    AdminAccounts(JdbcClient jdbc, Profiles profiles, Roles roles, Erasures erasures, BaseUrl base) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.roles = roles;
        this.erasures = erasures;
        this.base = base;
    }

    private record Person(
            long id,
            String username,
            String email,
            @Nullable String locale,
            boolean suspended,
            boolean limited,
            boolean sensitized,
            boolean disabled,
            boolean pending,
            @Nullable String reason,
            @Nullable String inviterId,
            @Nullable Instant erasedAt) {

        /** Ids tell when they were given. */
        Instant createdAt() {
            return Instant.ofEpochMilli(id >> 16);
        }
    }

    private record Peer(long accountId, IpResponse seen) {}

    /** Those whom a moderator looks for, the newest first. */
    List<AdminAccountResponse> list(AccountFilter filter, Page page) {
        List<Person> people = page.newestFirst(jdbc.sql(PEOPLE + "WHERE id < :below AND id > :above AND "
                        + filter.condition() + " ORDER BY id " + page.order() + " LIMIT :limit")
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .param("roleIds", filter.roleIds().isEmpty() ? List.of(0L) : filter.roleIds())
                .param("username", filter.username(), Types.VARCHAR)
                .param("displayName", filter.displayName(), Types.VARCHAR)
                .param("email", filter.email(), Types.VARCHAR)
                .param("ip", filter.ip(), Types.VARCHAR)
                .param("invitedBy", filter.invitedBy(), Types.BIGINT)
                .query(AdminAccounts::person)
                .list());
        return present(people);
    }

    /**
     * One of them.
     *
     * @throws NotFound when there is none with this id
     */
    AdminAccountResponse require(long id) {
        return find(List.of(id)).values().stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Those with these ids. */
    Map<Long, AdminAccountResponse> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Person> people = jdbc.sql(PEOPLE + "WHERE id IN (:ids)")
                .param("ids", ids)
                .query(AdminAccounts::person)
                .list();
        return present(people).stream()
                .collect(Collectors.toMap(response -> Long.valueOf(response.id()), Function.identity()));
    }

    private List<AdminAccountResponse> present(List<Person> people) {
        List<Long> ids = people.stream().map(Person::id).toList();
        Map<Long, StaffRole> staff = roles.of(ids);
        Map<Long, List<IpResponse>> peers = peersOf(ids);
        Map<Long, ErasureRequest> waiting = erasures.waiting(ids);
        Map<String, PublicAccount> shown = new HashMap<>();
        profiles.show(ids).forEach(account -> shown.put(account.id(), account));
        return people.stream()
                .map(person -> present(
                        person,
                        staff.getOrDefault(person.id(), StaffRole.NONE),
                        peers.getOrDefault(person.id(), List.of()),
                        waiting.get(person.id()),
                        Objects.requireNonNullElseGet(
                                shown.get(String.valueOf(person.id())), () -> accountToBe(person))))
                .toList();
    }

    private static AdminAccountResponse present(
            Person person,
            StaffRole role,
            List<IpResponse> peers,
            @Nullable ErasureRequest request,
            PublicAccount account) {
        return new AdminAccountResponse(
                String.valueOf(person.id()),
                person.username(),
                null,
                person.createdAt(),
                person.email(),
                peers.isEmpty() ? null : peers.getFirst().ip(),
                RoleResponse.forStaff(role),
                true,
                person.suspended(),
                person.limited(),
                person.sensitized(),
                person.disabled(),
                !person.pending(),
                person.locale(),
                person.reason(),
                peers,
                person.inviterId(),
                person.erasedAt(),
                ErasureRequestResponse.from(request),
                account);
    }

    /** What the account of somebody who waits will look like. */
    private PublicAccount accountToBe(Person person) {
        var state = new AccountState(
                person.id(),
                0,
                person.username(),
                "",
                "",
                null,
                null,
                false,
                false,
                false,
                false,
                false,
                List.of(),
                UNSAID,
                person.createdAt());
        return PublicAccount.of(state, AccountCounts.NONE, base);
    }

    private Map<Long, List<IpResponse>> peersOf(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(PEERS)
                .param("names", ids.stream().map(String::valueOf).toList())
                .query((row, number) -> new Peer(
                        row.getLong("account_id"),
                        new IpResponse(row.getString("peer"), Instant.ofEpochMilli(row.getLong("used_at")))))
                .list()
                .stream()
                .sorted(Comparator.comparing((Peer peer) -> peer.seen().usedAt())
                        .reversed())
                .collect(Collectors.groupingBy(Peer::accountId, Collectors.mapping(Peer::seen, Collectors.toList())));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        OffsetDateTime erased = row.getObject("erased_at", OffsetDateTime.class);
        return new Person(
                row.getLong("id"),
                row.getString("username"),
                Objects.requireNonNullElse(row.getString("email"), ""),
                row.getString("locale"),
                row.getBoolean("suspended"),
                row.getBoolean("limited"),
                row.getBoolean("sensitized"),
                row.getBoolean("disabled"),
                row.getBoolean("pending"),
                row.getString("reason"),
                row.getString("inviter_id"),
                erased == null ? null : erased.toInstant());
    }
}
