package io.microblog.post.reaction;

import io.microblog.event.Visibility;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.post.status.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reactions in the public API, where boosts are called reblogs. */
@RestController
@RequestMapping("/api/v1/statuses/{id}")
class ReactionController {

    private final Reactions reactions;

    ReactionController(Reactions reactions) {
        this.reactions = reactions;
    }

    /**
     * How to boost.
     *
     * @param visibility who may see the boost
     */
    record BoostRequest(@Nullable Visibility visibility) {}

    @PostMapping("/favourite")
    @RequiresScope("write:favourites")
    Status favourite(@PathVariable long id, Caller caller) {
        return reactions.favourite(caller.requireAccount(), id);
    }

    @PostMapping("/unfavourite")
    @RequiresScope("write:favourites")
    Status unfavourite(@PathVariable long id, Caller caller) {
        return reactions.unfavourite(caller.requireAccount(), id);
    }

    @PostMapping("/reblog")
    @RequiresScope("write:statuses")
    Status boost(@PathVariable long id, @Body BoostRequest request, Caller caller) {
        return reactions.boost(caller.requireAccount(), id, request.visibility());
    }

    @PostMapping("/unreblog")
    @RequiresScope("write:statuses")
    Status unboost(@PathVariable long id, Caller caller) {
        return reactions.unboost(caller.requireAccount(), id);
    }

    @PostMapping("/bookmark")
    @RequiresScope("write:bookmarks")
    Status bookmark(@PathVariable long id, Caller caller) {
        return reactions.bookmark(caller.requireAccount(), id);
    }

    @PostMapping("/unbookmark")
    @RequiresScope("write:bookmarks")
    Status unbookmark(@PathVariable long id, Caller caller) {
        return reactions.unbookmark(caller.requireAccount(), id);
    }

    @PostMapping("/pin")
    @RequiresScope("write:accounts")
    Status pin(@PathVariable long id, Caller caller) {
        return reactions.pin(caller.requireAccount(), id);
    }

    @PostMapping("/unpin")
    @RequiresScope("write:accounts")
    Status unpin(@PathVariable long id, Caller caller) {
        return reactions.unpin(caller.requireAccount(), id);
    }

    @PostMapping("/mute")
    @RequiresScope("write:mutes")
    Status mute(@PathVariable long id, Caller caller) {
        return reactions.mute(caller.requireAccount(), id);
    }

    @PostMapping("/unmute")
    @RequiresScope("write:mutes")
    Status unmute(@PathVariable long id, Caller caller) {
        return reactions.unmute(caller.requireAccount(), id);
    }
}
