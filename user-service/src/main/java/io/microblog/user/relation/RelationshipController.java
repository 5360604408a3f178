package io.microblog.user.relation;

import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.IdList;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Profiles;
import io.microblog.user.relation.RelationshipReader.Entry;
import io.microblog.user.relation.RelationshipReader.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Following, and who does. */
@RestController
@RequestMapping("/api/v1")
class RelationshipController {

    private final FollowService follows;
    private final Enforcement enforcement;
    private final RelationshipReader reader;
    private final AccountService accounts;
    private final Profiles profiles;
    private final PageLinks links;

    RelationshipController(
            FollowService follows,
            Enforcement enforcement,
            RelationshipReader reader,
            AccountService accounts,
            Profiles profiles,
            PageLinks links) {
        this.follows = follows;
        this.enforcement = enforcement;
        this.reader = reader;
        this.accounts = accounts;
        this.profiles = profiles;
        this.links = links;
    }

    @PostMapping("/accounts/{id}/follow")
    @RequiresScope("write:follows")
    RelationshipResponse follow(Caller caller, @PathVariable long id, @Body FollowOptions options) {
        follows.follow(caller.requireAccount(), id, options.checked());
        enforcement.followBegan(caller.requireAccount(), id);
        return relationship(caller, id);
    }

    @PostMapping("/accounts/{id}/unfollow")
    @RequiresScope("write:follows")
    RelationshipResponse unfollow(Caller caller, @PathVariable long id) {
        follows.unfollow(caller.requireAccount(), id);
        enforcement.followEnded(caller.requireAccount(), id);
        return relationship(caller, id);
    }

    @GetMapping("/accounts/relationships")
    @RequiresScope("read:follows")
    List<RelationshipResponse> relationships(
            Caller caller,
            @IdList("id") List<Long> ids,
            @RequestParam(name = "with_suspended", defaultValue = "false") boolean withSuspended) {
        return reader.between(caller.requireAccount(), ids, withSuspended);
    }

    @GetMapping("/accounts/{id}/followers")
    @OpenToAll("read:accounts")
    ResponseEntity<List<PublicAccount>> followers(
            @PathVariable long id, Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        return listOf(Kind.FOLLOWERS, id, caller, page);
    }

    @GetMapping("/accounts/{id}/following")
    @OpenToAll("read:accounts")
    ResponseEntity<List<PublicAccount>> following(
            @PathVariable long id, Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        return listOf(Kind.FOLLOWING, id, caller, page);
    }

    @GetMapping("/follow_requests")
    @RequiresScope("read:follows")
    ResponseEntity<List<PublicAccount>> requests(Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        return show(reader.list(Kind.REQUESTS, caller.requireAccount(), page), null, page);
    }

    @PostMapping("/follow_requests/{id}/authorize")
    @RequiresScope("write:follows")
    RelationshipResponse authorize(Caller caller, @PathVariable long id) {
        follows.authorize(caller.requireAccount(), id);
        enforcement.followBegan(caller.requireAccount(), id);
        return relationship(caller, id);
    }

    @PostMapping("/follow_requests/{id}/reject")
    @RequiresScope("write:follows")
    RelationshipResponse reject(Caller caller, @PathVariable long id) {
        follows.reject(caller.requireAccount(), id);
        return relationship(caller, id);
    }

    @PostMapping("/accounts/{id}/remove_from_followers")
    @RequiresScope("write:follows")
    RelationshipResponse removeFollower(Caller caller, @PathVariable long id) {
        accounts.require(id);
        follows.unfollow(id, caller.requireAccount());
        enforcement.followEnded(caller.requireAccount(), id);
        return relationship(caller, id);
    }

    private RelationshipResponse relationship(Caller caller, long id) {
        return reader.one(caller.requireAccount(), id);
    }

    /**
     * A closed account shows nobody, nor do those who hide it or block the caller. In others' lists people do not come
     * across whom they mute or block; in their own they find everybody who is not suspended.
     */
    private ResponseEntity<List<PublicAccount>> listOf(Kind kind, long id, Caller caller, Page page) {
        boolean own = Long.valueOf(id).equals(caller.accountId());
        boolean shut = accounts.require(id).suspended()
                || reader.isShut(caller.accountId(), id)
                || (!own && accounts.findHiding(List.of(id)).contains(id));
        return show(shut ? List.of() : reader.list(kind, id, page), own ? null : caller.accountId(), page);
    }

    private ResponseEntity<List<PublicAccount>> show(List<Entry> entries, @Nullable Long caller, Page page) {
        List<PublicAccount> shown = profiles.show(reader.withoutUnmet(caller, entries).stream()
                .map(Entry::accountId)
                .toList());
        return links.page(page, shown, entries.stream().map(Entry::cursor).toList());
    }
}
