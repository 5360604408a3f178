package io.microblog.post.tag;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.status.Reader;
import io.microblog.post.tag.FollowedTags.Followed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hashtags in the public API. A hashtag that nobody has used yet is one all the same. */
@RestController
@RequestMapping("/api/v1")
class TagController {

    private final FollowedTags followed;
    private final TagView view;
    private final PageLinks links;

    TagController(FollowedTags followed, TagView view, PageLinks links) {
        this.followed = followed;
        this.view = view;
        this.links = links;
    }

    @GetMapping("/tags/{name}")
    @OpenToAll({"read:statuses", "read:follows", "write:follows"})
    TagResponse tag(@PathVariable String name, Caller caller) {
        return view.show(Hashtag.of(name), Reader.of(caller));
    }

    @PostMapping("/tags/{name}/follow")
    @RequiresScope("write:follows")
    TagResponse follow(@PathVariable String name, Caller caller) {
        long account = caller.requireAccount();
        Hashtag hashtag = Hashtag.of(name);
        followed.follow(account, hashtag);
        return view.show(hashtag, new Reader(account));
    }

    @PostMapping("/tags/{name}/unfollow")
    @RequiresScope("write:follows")
    TagResponse unfollow(@PathVariable String name, Caller caller) {
        long account = caller.requireAccount();
        Hashtag hashtag = Hashtag.of(name);
        followed.unfollow(account, hashtag.key());
        return view.show(hashtag, new Reader(account));
    }

    @GetMapping("/followed_tags")
    @RequiresScope("read:follows")
    ResponseEntity<List<TagResponse>> followed(@PageDefaults(limit = 100, max = 200) Page page, Caller caller) {
        long account = caller.requireAccount();
        List<Followed> found = followed.page(account, page);
        List<TagResponse> tags = view.show(found.stream().map(Followed::hashtag).toList(), new Reader(account));
        return links.page(page, tags, found.stream().map(Followed::id).toList());
    }
}
