package io.microblog.notification.account;

import java.util.List;

import io.microblog.event.AccountState;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Asks user-service for accounts that no event has told of yet. */
interface AccountStateClient {

    @GetExchange("/internal/account-states")
    List<AccountState> byId(@RequestParam("id") List<Long> ids);
}
