package io.microblog.post.list;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.author.Authors;
import io.microblog.post.status.PostIds.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists in the public API. */
@RestController
@RequestMapping("/api/v1")
class ListController {

    private final Lists lists;
    private final ListMembers members;
    private final Authors authors;
    private final PageLinks links;
    private final BaseUrl base;

    ListController(Lists lists, ListMembers members, Authors authors, PageLinks links, BaseUrl base) {
        this.lists = lists;
        this.members = members;
        this.authors = authors;
        this.links = links;
        this.base = base;
    }

    record Accounts(@Nullable List<Long> accountIds) {

        /** Each once. */
        Set<Long> named() {
            if (accountIds == null || accountIds.isEmpty()) {
                throw Invalid.field("account_ids", "ERR_BLANK", "can't be blank");
            }
            var named = new LinkedHashSet<>(accountIds);
            named.removeIf(Objects::isNull);
            if (named.size() > ListMembers.MAX_MEMBERS) {
                throw Invalid.field("account_ids", "ERR_TOO_MANY", "can't be more than " + ListMembers.MAX_MEMBERS);
            }
            return named;
        }
    }

    @GetMapping("/lists")
    @RequiresScope("read:lists")
    List<UserList> own(Caller caller) {
        return lists.of(caller.requireAccount());
    }

    @GetMapping("/accounts/{id}/lists")
    @RequiresScope("read:lists")
    List<UserList> with(@PathVariable long id, Caller caller) {
        return lists.with(caller.requireAccount(), id);
    }

    @GetMapping("/lists/{id}")
    @RequiresScope("read:lists")
    UserList one(@PathVariable long id, Caller caller) {
        return lists.require(caller.requireAccount(), id);
    }

    @PostMapping("/lists")
    @RequiresScope("write:lists")
    UserList create(@Body ListRequest request, Caller caller) {
        return lists.create(caller.requireAccount(), request);
    }

    @PutMapping("/lists/{id}")
    @RequiresScope("write:lists")
    UserList change(@PathVariable long id, @Body ListRequest request, Caller caller) {
        return lists.change(caller.requireAccount(), id, request);
    }

    @DeleteMapping("/lists/{id}")
    @RequiresScope("write:lists")
    Map<String, String> delete(@PathVariable long id, Caller caller) {
        lists.delete(caller.requireAccount(), id);
        return Map.of();
    }

    /** With a limit of 0 all at once, as clients ask that want to know who is on a list: there is a bound to that. */
    @GetMapping("/lists/{id}/accounts")
    @RequiresScope("read:lists")
    ResponseEntity<List<PublicAccount>> accounts(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String limit,
            @PageDefaults(limit = 40, max = 80) Page page,
            Caller caller) {
        lists.require(caller.requireAccount(), id);
        if ("0".equals(limit)) {
            return ResponseEntity.ok(shown(members.page(id, new Page(null, null, null, ListMembers.MAX_MEMBERS))));
        }
        List<Entry> found = members.page(id, page);
        return links.page(page, shown(found), found.stream().map(Entry::cursor).toList());
    }

    @PostMapping("/lists/{id}/accounts")
    @RequiresScope("write:lists")
    Map<String, String> add(@PathVariable long id, @Body Accounts accounts, Caller caller) {
        long owner = caller.requireAccount();
        lists.require(owner, id);
        members.add(owner, id, accounts.named());
        return Map.of();
    }

    @DeleteMapping("/lists/{id}/accounts")
    @RequiresScope("write:lists")
    Map<String, String> remove(@PathVariable long id, @Body Accounts accounts, Caller caller) {
        lists.require(caller.requireAccount(), id);
        members.remove(id, accounts.named());
        return Map.of();
    }

    private List<PublicAccount> shown(List<Entry> entries) {
        return authors.shown(entries.stream().map(Entry::of).toList(), base);
    }
}
