package io.microblog.user.invite;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own invitations; in the API's style, which has no such endpoint of its own. */
@RestController
@RequestMapping("/api/v1/invites")
@RequiresPermission(Permission.INVITE_USERS)
class InviteController {

    private final Invites invites;
    private final BaseUrl base;
    private final PageLinks links;

    InviteController(Invites invites, BaseUrl base, PageLinks links) {
        this.invites = invites;
        this.base = base;
        this.links = links;
    }

    /**
     * How many may come, and until when.
     *
     * @param maxUses 1 to 10,000; any number where it is not said
     * @param expiresIn seconds; for ever where it is not said
     */
    record InviteRequest(
            @Nullable Integer maxUses, @Nullable Long expiresIn) {}

    @GetMapping
    @RequiresScope("read:accounts")
    ResponseEntity<List<InviteResponse>> invites(Caller caller, @PageDefaults(limit = 20, max = 40) Page page) {
        List<InviteResponse> found = invites.list(caller.requireAccount(), page).stream()
                .map(this::show)
                .toList();
        return links.page(page, found, invite -> Long.parseLong(invite.id()));
    }

    @PostMapping
    @RequiresScope("write:accounts")
    InviteResponse create(Caller caller, @Body InviteRequest request) {
        return show(invites.create(caller.requireAccount(), request.maxUses(), request.expiresIn()));
    }

    /** Nobody signs up with it any more; again it changes nothing. */
    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("write:accounts")
    InviteResponse revoke(Caller caller, @PathVariable long id) {
        return show(invites.revokeOwn(caller.requireAccount(), id));
    }

    private InviteResponse show(Invite invite) {
        return InviteResponse.from(invite, base);
    }
}
