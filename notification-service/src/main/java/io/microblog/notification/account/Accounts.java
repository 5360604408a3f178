package io.microblog.notification.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * One person; whose event is still on its way is asked for at user-service.
     *
     * @throws io.microblog.kit.problem.Unavailable when the replica lacks the account and user-service does not answer
     */
    public Optional<Account> find(long id) {
        Optional<Account> known = replicated(id);
        if (known.isPresent()) {
            return known;
        }
        userService.byId(List.of(id)).forEach(this::put);
        return replicated(id);
    }

    void put(AccountState account) {
        VERSIONED.apply(
                jdbc,
                Map.of(
                        "id", account.id(),
                        "version", account.version(),
                        "username", account.username(),
                        "display_name", account.displayName(),
                        "suspended", account.suspended()));
    }

    private Optional<Account> replicated(long id) {
        return jdbc.sql("SELECT id, username, display_name, suspended FROM account WHERE id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }
}
