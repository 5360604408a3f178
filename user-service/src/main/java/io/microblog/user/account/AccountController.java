package io.microblog.user.account;

import java.util.List;
import java.util.Optional;

import io.microblog.event.AccountState;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.IdList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks at accounts. */
@RestController
@RequestMapping("/api/v1/accounts")
@OpenToAll("read:accounts")
class AccountController {

    private final AccountService accounts;
    private final Profiles profiles;
    private final BaseUrl base;

    AccountController(AccountService accounts, Profiles profiles, BaseUrl base) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.base = base;
    }

    @GetMapping("/{id:[0-9]+}")
    PublicAccount account(@PathVariable long id) {
        return profiles.show(accounts.require(id));
    }

    @GetMapping
    List<PublicAccount> accounts(@IdList(value = "id", max = 40) List<Long> ids) {
        return profiles.show(ids);
    }

    @GetMapping("/lookup")
    PublicAccount lookup(@RequestParam String acct) {
        return localName(acct).flatMap(this::find).map(profiles::show).orElseThrow(NotFound::new);
    }

    private Optional<AccountState> find(String username) {
        return accounts.findByUsernames(List.of(username)).stream().findFirst();
    }

    /** The name before the server's own; empty for somebody of another server, whom nobody knows here. */
    private Optional<String> localName(String acct) {
        String[] parts = (acct.startsWith("@") ? acct.substring(1) : acct).split("@", -1);
        boolean local = parts.length == 1 || (parts.length == 2 && parts[1].equalsIgnoreCase(base.authority()));
        return local ? Optional.of(parts[0].strip()) : Optional.empty();
    }
}
