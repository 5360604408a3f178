package io.microblog.user.account;

import java.util.List;

import io.microblog.event.AccountState;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells other services about accounts. */
@RestController
@RequestMapping("/internal")
@InternalOnly({"post-service", "notification-service"})
class InternalAccountController {

    private final AccountService accounts;

    InternalAccountController(AccountService accounts) {
        this.accounts = accounts;
    }

    /** For a replica that lacks somebody: the state as the newest event has it. */
    @GetMapping("/account-states")
    List<AccountState> states(
            @IdList("id") List<Long> ids, @RequestParam(name = "username", defaultValue = "") List<String> usernames) {
        if (ids.isEmpty()) {
            return accounts.findByUsernames(usernames);
        }
        return accounts.findAll(ids);
    }
}
