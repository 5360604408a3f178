package io.microblog.post.schedule;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scheduled posts in the public API. They are scheduled where posts are published. */
@RestController
@RequestMapping("/api/v1/scheduled_statuses")
class ScheduledStatusController {

    private final ScheduledPosts posts;
    private final DueTimes times;
    private final PageLinks links;

    ScheduledStatusController(ScheduledPosts posts, DueTimes times, PageLinks links) {
        this.posts = posts;
        this.times = times;
        this.links = links;
    }

    /**
     * Another time.
     *
     * @param scheduledAt date and time with a time zone
     */
    record Move(@Nullable String scheduledAt) {}

    @GetMapping
    @RequiresScope("read:statuses")
    ResponseEntity<List<ScheduledStatus>> own(@PageDefaults Page page, Caller caller) {
        return links.page(page, posts.page(caller.requireAccount(), page), post -> Long.parseLong(post.id()));
    }

    @GetMapping("/{id}")
    @RequiresScope("read:statuses")
    ScheduledStatus one(@PathVariable long id, Caller caller) {
        return posts.require(caller.requireAccount(), id);
    }

    @PutMapping("/{id}")
    @RequiresScope("write:statuses")
    ScheduledStatus move(@PathVariable long id, @Body Move move, Caller caller) {
        long author = caller.requireAccount();
        posts.require(author, id);
        return posts.move(author, id, times.read(move.scheduledAt()));
    }

    @DeleteMapping("/{id}")
    @RequiresScope("write:statuses")
    Map<String, String> delete(@PathVariable long id, Caller caller) {
        posts.delete(caller.requireAccount(), id);
        return Map.of();
    }
}
