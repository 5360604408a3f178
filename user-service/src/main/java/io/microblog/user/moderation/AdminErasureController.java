package io.microblog.user.moderation;

import io.microblog.kit.openapi.Answers;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deletes all that a closed account holds. */
@RestController
@RequestMapping("/api/v1/admin/accounts/{id:[0-9]+}")
@RequiresPermission(Permission.DELETE_USER_DATA)
class AdminErasureController {

    private final AdminAccounts accounts;
    private final AccountActions actions;

    AdminErasureController(AdminAccounts accounts, AccountActions actions) {
        this.accounts = accounts;
        this.actions = actions;
    }

    /** 202 as long as a second person has to do the same; 200 when it is done. */
    @DeleteMapping
    @Answers(status = {200, 202})
    @RequiresScope("admin:write:accounts")
    ResponseEntity<AdminAccountResponse> erase(Caller caller, @PathVariable long id) {
        boolean erased = actions.erase(caller.requireAccount(), id);
        return ResponseEntity.status(erased ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(accounts.require(id));
    }

    /** In the API's style, which has no such endpoint of its own. */
    @DeleteMapping("/erasure_request")
    @RequiresScope("admin:write:accounts")
    AdminAccountResponse withdraw(Caller caller, @PathVariable long id) {
        actions.withdrawErasure(caller.requireAccount(), id);
        return accounts.require(id);
    }
}
