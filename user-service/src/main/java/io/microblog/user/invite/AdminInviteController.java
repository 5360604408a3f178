package io.microblog.user.invite;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's invitations, for moderators. */
@RestController
@RequestMapping("/api/v1/admin/invites")
@RequiresPermission(Permission.MANAGE_INVITES)
class AdminInviteController {

    private final Invites invites;
    private final BaseUrl base;
    private final PageLinks links;

    AdminInviteController(Invites invites, BaseUrl base, PageLinks links) {
        this.invites = invites;
        this.base = base;
        this.links = links;
    }

    @GetMapping
    @RequiresScope("admin:read:accounts")
    ResponseEntity<List<InviteResponse>> invites(
            @RequestParam(name = "account_id", required = false) @Nullable Long owner,
            @PageDefaults(limit = 40, max = 100) Page page) {
        List<InviteResponse> found = invites.list(owner, page).stream()
                .map(invite -> InviteResponse.from(invite, base))
                .toList();
        return links.page(page, found, invite -> Long.parseLong(invite.id()));
    }

    /** Nobody signs up with it any more; again it changes nothing. */
    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write:accounts")
    InviteResponse revoke(Caller caller, @PathVariable long id) {
        return InviteResponse.from(invites.revoke(caller.requireAccount(), id), base);
    }
}
