package io.microblog.post.tag;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.tag.FollowedTags.Followed;
import io.microblog.post.tag.TagResponse.Day;
import org.jspecify.annotations.Nullable;
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
    private final TagHistory history;
    private final TagSpellings spellings;
    private final PageLinks links;
    private final BaseUrl base;

    TagController(FollowedTags followed, TagHistory history, TagSpellings spellings, PageLinks links, BaseUrl base) {
        this.followed = followed;
        this.history = history;
        this.spellings = spellings;
        this.links = links;
        this.base = base;
    }

    @GetMapping("/tags/{name}")
    @OpenToAll({"read:statuses", "read:follows", "write:follows"})
    TagResponse tag(@PathVariable String name, Caller caller) {
        Hashtag hashtag = Hashtag.of(name);
        Long reader = caller.accountId();
        return tag(hashtag, reader == null ? null : followed.isFollowing(reader, hashtag.key()));
    }

    @PostMapping("/tags/{name}/follow")
    @RequiresScope("write:follows")
    TagResponse follow(@PathVariable String name, Caller caller) {
        Hashtag hashtag = Hashtag.of(name);
        followed.follow(caller.requireAccount(), hashtag);
        return tag(hashtag, true);
    }

    @PostMapping("/tags/{name}/unfollow")
    @RequiresScope("write:follows")
    TagResponse unfollow(@PathVariable String name, Caller caller) {
        Hashtag hashtag = Hashtag.of(name);
        followed.unfollow(caller.requireAccount(), hashtag.key());
        return tag(hashtag, false);
    }

    @GetMapping("/followed_tags")
    @RequiresScope("read:follows")
    ResponseEntity<List<TagResponse>> followed(@PageDefaults(limit = 100, max = 200) Page page, Caller caller) {
        List<Followed> found = followed.page(caller.requireAccount(), page);
        List<TagResponse> tags = tags(found.stream().map(Followed::hashtag).toList(), true);
        return links.page(page, tags, found.stream().map(Followed::id).toList());
    }

    private TagResponse tag(Hashtag hashtag, @Nullable Boolean following) {
        return tags(List.of(hashtag), following).getFirst();
    }

    private List<TagResponse> tags(List<Hashtag> hashtags, @Nullable Boolean following) {
        Map<String, List<Day>> used =
                history.of(hashtags.stream().map(Hashtag::key).toList());
        Map<String, String> names = spellings.of(hashtags);
        return hashtags.stream()
                .map(Hashtag::key)
                .map(key -> TagResponse.of(
                        key, names.getOrDefault(key, key), used.getOrDefault(key, List.of()), following, base))
                .toList();
    }
}
