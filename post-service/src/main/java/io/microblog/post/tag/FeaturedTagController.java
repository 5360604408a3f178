package io.microblog.post.tag;

import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.text.Hashtags;
import io.microblog.kit.web.Body;
import io.microblog.post.author.AuthorDirectory;
import io.microblog.post.status.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Featured hashtags in the public API. */
@RestController
@RequestMapping("/api/v1")
class FeaturedTagController {

    private final FeaturedTags featured;
    private final TagView view;
    private final AuthorDirectory people;

    FeaturedTagController(FeaturedTags featured, TagView view, AuthorDirectory people) {
        this.featured = featured;
        this.view = view;
        this.people = people;
    }

    /**
     * What to feature.
     *
     * @param name with or without the hash sign
     */
    record FeatureRequest(@Nullable String name) {

        Hashtag hashtag() {
            if (name == null) {
                throw new BadRequest("Parameter name is missing");
            }
            return Hashtags.normalise(name.strip())
                    .map(key -> new Hashtag(key, Hashtags.withoutSign(name.strip())))
                    .orElseThrow(() -> Invalid.field("tag", "ERR_INVALID", "is invalid"));
        }
    }

    @GetMapping("/featured_tags")
    @RequiresScope("read:accounts")
    List<FeaturedTag> own(Caller caller) {
        long account = caller.requireAccount();
        return featured.of(account, new Reader(account));
    }

    @PostMapping("/featured_tags")
    @RequiresScope("write:accounts")
    FeaturedTag feature(@Body FeatureRequest request, Caller caller) {
        long account = caller.requireAccount();
        Hashtag hashtag = request.hashtag();
        if (!featured.feature(account, hashtag)) {
            throw Invalid.field("tag", "ERR_TAKEN", "has already been taken");
        }
        return featured.require(account, hashtag);
    }

    @DeleteMapping("/featured_tags/{id}")
    @RequiresScope("write:accounts")
    Map<String, String> unfeature(@PathVariable long id, Caller caller) {
        featured.unfeature(caller.requireAccount(), id);
        return Map.of();
    }

    @GetMapping("/featured_tags/suggestions")
    @RequiresScope("read:accounts")
    List<TagResponse> suggested(Caller caller) {
        long account = caller.requireAccount();
        return view.show(featured.suggested(account), new Reader(account));
    }

    @GetMapping("/accounts/{id}/featured_tags")
    @OpenToAll("read:accounts")
    List<FeaturedTag> of(@PathVariable long id, Caller caller) {
        if (people.find(id).isEmpty()) {
            throw new NotFound();
        }
        return featured.of(id, Reader.of(caller));
    }

    @PostMapping("/tags/{name}/feature")
    @RequiresScope("write:accounts")
    TagResponse feature(@PathVariable String name, Caller caller) {
        long account = caller.requireAccount();
        Hashtag hashtag = Hashtag.of(name);
        featured.feature(account, hashtag);
        return view.show(hashtag, new Reader(account));
    }

    @PostMapping("/tags/{name}/unfeature")
    @RequiresScope("write:accounts")
    TagResponse unfeature(@PathVariable String name, Caller caller) {
        long account = caller.requireAccount();
        Hashtag hashtag = Hashtag.of(name);
        featured.unfeature(account, hashtag);
        return view.show(hashtag, new Reader(account));
    }
}
