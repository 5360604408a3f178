package io.microblog.user.relation;

import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
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
import org.springframework.web.bind.annotation.RestController;

/** People whom somebody shows in their profile. */
@RestController
@RequestMapping("/api/v1")
class EndorsementController {

    private final FollowService follows;
    private final RelationshipReader reader;
    private final AccountService accounts;
    private final Profiles profiles;
    private final PageLinks links;

    EndorsementController(
            FollowService follows,
            RelationshipReader reader,
            AccountService accounts,
            Profiles profiles,
            PageLinks links) {
        this.follows = follows;
        this.reader = reader;
        this.accounts = accounts;
        this.profiles = profiles;
        this.links = links;
    }

    /** Older clients call it pinning. */
    @PostMapping({"/accounts/{id}/endorse", "/accounts/{id}/pin"})
    @RequiresScope("write:accounts")
    RelationshipResponse endorse(Caller caller, @PathVariable long id) {
        follows.endorse(caller.requireAccount(), id);
        return reader.one(caller.requireAccount(), id);
    }

    /** A success also where there was nothing to end. */
    @PostMapping({"/accounts/{id}/unendorse", "/accounts/{id}/unpin"})
    @RequiresScope("write:accounts")
    RelationshipResponse unendorse(Caller caller, @PathVariable long id) {
        follows.unendorse(caller.requireAccount(), id);
        return reader.one(caller.requireAccount(), id);
    }

    /** Nobody's when the account is closed or blocks the caller; without those whom the caller does not come across. */
    @GetMapping("/accounts/{id}/endorsements")
    @OpenToAll("read:accounts")
    ResponseEntity<List<PublicAccount>> of(
            @PathVariable long id, Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        boolean shut = accounts.require(id).suspended() || reader.isShut(caller.accountId(), id);
        return show(shut ? List.of() : reader.list(Kind.ENDORSED, id, page), caller.accountId(), page);
    }

    @GetMapping("/endorsements")
    @RequiresScope("read:accounts")
    ResponseEntity<List<PublicAccount>> own(Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        return show(reader.list(Kind.ENDORSED, caller.requireAccount(), page), null, page);
    }

    private ResponseEntity<List<PublicAccount>> show(List<Entry> entries, @Nullable Long caller, Page page) {
        List<Long> met = reader.withoutUnmet(caller, entries).stream()
                .map(Entry::accountId)
                .toList();
        List<PublicAccount> shown = profiles.show(met).stream()
                .filter(account -> !Boolean.TRUE.equals(account.suspended()))
                .toList();
        return links.page(page, shown, entries.stream().map(Entry::cursor).toList());
    }
}
