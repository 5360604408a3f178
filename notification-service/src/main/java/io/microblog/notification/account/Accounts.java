package io.microblog.notification.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.event.AccountState;
import io.microblog.internal.AccountStateApi;
import io.microblog.kit.event.Upsert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people whom events have told of. */
@Component
public class Accounts {

    private static final Upsert VERSIONED = Upsert.versioned("account", "id");

    private final JdbcClient jdbc;
    private final AccountStateApi userService;

    Accounts(JdbcClient jdbc, AccountStateApi userService) {
        this.jdbc = jdbc;
        this.userService = userService;
    }

    /**
     * People by id; those whose events are still on their way are asked for at user-service.
     *
     * @throws io.microblog.kit.problem.Unavailable when the replica lacks some and user-service does not answer
     */
    public Map<Long, KnownAccount> find(Set<Long> ids) {
        Map<Long, KnownAccount> known = replicated(ids);
        Set<Long> missing = new HashSet<>(ids);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            userService.byId(List.copyOf(missing)).forEach(this::put);
            known.putAll(replicated(missing));
        }
        return known;
    }

    void put(AccountState account) {
        VERSIONED.apply(
                jdbc,
                Map.of(
                        "id", account.id(),
                        "version", account.version(),
                        "username", account.username(),
                        "display_name", account.displayName(),
                        "suspended", account.suspended(),
                        "limited", account.limited()));
    }

    private Map<Long, KnownAccount> replicated(Set<Long> ids) {
        return jdbc
                .sql(
                        "SELECT id, username, display_name, suspended FROM account WHERE id = ANY (CAST(:ids AS bigint[]))")
                .param("ids", ids.toArray(Long[]::new))
                .query(KnownAccount.class)
                .list()
                .stream()
                .collect(Collectors.toMap(KnownAccount::id, Function.identity(), (one, _) -> one, HashMap::new));
    }
}
