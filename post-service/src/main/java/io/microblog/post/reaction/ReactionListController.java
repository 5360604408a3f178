package io.microblog.post.reaction;

import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.status.PostIds.Entry;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists of reactions in the public API. */
@RestController
@RequestMapping("/api/v1")
class ReactionListController {

    private final ReactionLists lists;
    private final Statuses statuses;
    private final PageLinks links;

    ReactionListController(ReactionLists lists, Statuses statuses, PageLinks links) {
        this.lists = lists;
        this.statuses = statuses;
        this.links = links;
    }

    @GetMapping("/favourites")
    @RequiresScope("read:favourites")
    ResponseEntity<List<Status>> favourites(@PageDefaults Page page, Caller caller) {
        return posts(lists.favourites(caller.requireAccount(), page), page, caller);
    }

    @GetMapping("/bookmarks")
    @RequiresScope("read:bookmarks")
    ResponseEntity<List<Status>> bookmarks(@PageDefaults Page page, Caller caller) {
        return posts(lists.bookmarks(caller.requireAccount(), page), page, caller);
    }

    @GetMapping("/statuses/{id}/favourited_by")
    @OpenToAll({"read:statuses", "read:accounts"})
    ResponseEntity<List<PublicAccount>> favouritedBy(
            @PathVariable long id, @PageDefaults(limit = 40, max = 80) Page page, Caller caller) {
        return people(lists.favouritedBy(id, Reader.of(caller), page), page);
    }

    @GetMapping("/statuses/{id}/reblogged_by")
    @OpenToAll({"read:statuses", "read:accounts"})
    ResponseEntity<List<PublicAccount>> boostedBy(
            @PathVariable long id, @PageDefaults(limit = 40, max = 80) Page page, Caller caller) {
        return people(lists.boostedBy(id, Reader.of(caller), page), page);
    }

    private ResponseEntity<List<Status>> posts(List<Entry> entries, Page page, Caller caller) {
        List<Long> posts = entries.stream().map(Entry::of).toList();
        return links.page(page, statuses.read(posts, new Reader(caller.accountId())), cursors(entries));
    }

    private ResponseEntity<List<PublicAccount>> people(List<Entry> entries, Page page) {
        return links.page(page, lists.accounts(entries), cursors(entries));
    }

    private static List<Long> cursors(List<Entry> entries) {
        return entries.stream().map(Entry::cursor).toList();
    }
}
