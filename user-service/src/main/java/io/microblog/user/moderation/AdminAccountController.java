package io.microblog.user.moderation;

import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What moderators see of an account, and do about it. */
@RestController
@RequestMapping("/api/v1/admin/accounts/{id:[0-9]+}")
@RequiresPermission(Permission.MANAGE_USERS)
class AdminAccountController {

    private final AdminAccounts accounts;
    private final AccountActions actions;

    AdminAccountController(AdminAccounts accounts, AccountActions actions) {
        this.accounts = accounts;
        this.actions = actions;
    }

    /** @param roleId null for no role */
    record RoleChoice(@Nullable Long roleId) {}

    @GetMapping
    @RequiresScope("admin:read:accounts")
    AdminAccountResponse account(@PathVariable long id) {
        return accounts.require(id);
    }

    @PostMapping("/action")
    @RequiresScope("admin:write:accounts")
    Map<String, String> act(
            Caller caller,
            @PathVariable long id,
            @Body ActionRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        actions.act(caller.requireAccount(), id, request, IdempotencyKey.check(key));
        return Map.of();
    }

    @PostMapping("/enable")
    @RequiresScope("admin:write:accounts")
    AdminAccountResponse enable(Caller caller, @PathVariable long id) {
        actions.enable(caller.requireAccount(), id);
        return accounts.require(id);
    }

    @PostMapping("/unsuspend")
    @RequiresScope("admin:write:accounts")
    AdminAccountResponse unsuspend(Caller caller, @PathVariable long id) {
        actions.unsuspend(caller.requireAccount(), id);
        return accounts.require(id);
    }

    @PostMapping("/unsilence")
    @RequiresScope("admin:write:accounts")
    AdminAccountResponse unsilence(Caller caller, @PathVariable long id) {
        actions.unsilence(caller.requireAccount(), id);
        return accounts.require(id);
    }

    @PostMapping("/unsensitive")
    @RequiresScope("admin:write:accounts")
    AdminAccountResponse unsensitive(Caller caller, @PathVariable long id) {
        actions.unsensitive(caller.requireAccount(), id);
        return accounts.require(id);
    }

    @PostMapping("/approve")
    @RequiresScope("admin:write:accounts")
    AdminAccountResponse approve(Caller caller, @PathVariable long id) {
        actions.approve(caller.requireAccount(), id);
        return accounts.require(id);
    }

    /** Answers with what was known of somebody who is forgotten now. */
    @PostMapping("/reject")
    @RequiresScope("admin:write:accounts")
    AdminAccountResponse reject(Caller caller, @PathVariable long id) {
        AdminAccountResponse forgotten = accounts.require(id);
        actions.reject(caller.requireAccount(), id);
        return forgotten;
    }

    /** In the API's style, which has no such endpoint of its own. */
    @PostMapping("/role")
    @RequiresScope("admin:write:accounts")
    @RequiresPermission(Permission.MANAGE_ROLES)
    AdminAccountResponse appoint(Caller caller, @PathVariable long id, @Body RoleChoice choice) {
        actions.appoint(caller.requireAccount(), id, choice.roleId());
        return accounts.require(id);
    }
}
