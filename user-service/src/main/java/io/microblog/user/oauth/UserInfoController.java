package io.microblog.user.oauth;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Profiles;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Who stands behind a token, in the claims of OpenID Connect. */
@RestController
class UserInfoController {

    private final AccountService accounts;
    private final Profiles profiles;
    private final BaseUrl base;

    UserInfoController(AccountService accounts, Profiles profiles, BaseUrl base) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.base = base;
    }

    record UserInfo(String iss, String sub, String name, String preferredUsername, String profile, String picture) {}

    @RequestMapping(
            path = "/oauth/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    @RequiresScope("profile")
    UserInfo userInfo(Caller caller) {
        PublicAccount account = profiles.show(accounts.require(caller.requireAccount()));
        return new UserInfo(
                base.value(),
                account.uri(),
                account.displayName(),
                account.username(),
                account.url(),
                account.avatar());
    }
}
