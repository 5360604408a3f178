package io.microblog.user.account;

import java.util.List;

import io.microblog.event.AccountState;
import io.microblog.internal.AccountStateApi;
import io.microblog.internal.InternalCalls;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdLimit;
import org.springframework.web.bind.annotation.RestController;

/** Tells other services about accounts. */
@RestController
@InternalOnly({"post-service", "notification-service"})
class InternalAccountController implements AccountStateApi {

    private final AccountService accounts;

    InternalAccountController(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<AccountState> states(List<Long> ids, List<String> usernames) {
        return ids.isEmpty()
                ? accounts.findByUsernames(usernames)
                : accounts.findAll(IdLimit.hold("id", ids, InternalCalls.MAX_IDS));
    }
}
