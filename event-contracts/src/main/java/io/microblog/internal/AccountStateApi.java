package io.microblog.internal;

import java.util.List;

import io.microblog.event.AccountState;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Accounts of user-service for a replica that lacks somebody: each state as the newest event has it. */
@HttpExchange("/internal/account-states")
public interface AccountStateApi {

    /** Those with these ids or, if there are none, with these names; whom user-service does not know is left out. */
    @GetExchange
    List<AccountState> states(
            @RequestParam(name = "id", defaultValue = "") List<Long> ids,
            @RequestParam(name = "username", defaultValue = "") List<String> usernames);

    /** Those with these ids. */
    default List<AccountState> byId(List<Long> ids) {
        return states(ids, List.of());
    }

    /** Those with these names. */
    default List<AccountState> byUsername(List<String> usernames) {
        return states(List.of(), usernames);
    }
}
