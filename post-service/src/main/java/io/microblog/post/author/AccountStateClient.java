package io.microblog.post.author;

import java.util.List;

import io.microblog.event.AccountState;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Asks user-service for accounts that no event has told of yet. Whom it does not know is left out of the answer. */
@HttpExchange("/internal/account-states")
interface AccountStateClient {

    @GetExchange
    List<AccountState> byId(@RequestParam("id") List<Long> ids);

    @GetExchange
    List<AccountState> byUsername(@RequestParam("username") List<String> usernames);
}
