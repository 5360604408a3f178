package io.microblog.post.timeline;

import java.util.List;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.author.AuthorDirectory;
import io.microblog.post.home.HomePages;
import io.microblog.post.list.ListTimeline;
import io.microblog.post.list.Lists;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import io.microblog.post.timeline.Timelines.AuthorFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Timelines in the public API. */
@RestController
@RequestMapping("/api/v1")
class TimelineController {

    private final Timelines timelines;
    private final HomePages homes;
    private final ListTimeline listTimeline;
    private final Statuses statuses;
    private final AuthorDirectory authors;
    private final Lists lists;
    private final PageLinks links;

    TimelineController(
            Timelines timelines,
            HomePages homes,
            ListTimeline listTimeline,
            Statuses statuses,
            AuthorDirectory authors,
            Lists lists,
            PageLinks links) {
        this.timelines = timelines;
        this.homes = homes;
        this.listTimeline = listTimeline;
        this.statuses = statuses;
        this.authors = authors;
        this.lists = lists;
        this.links = links;
    }

    @GetMapping("/timelines/home")
    @RequiresScope("read:statuses")
    ResponseEntity<List<Status>> home(@PageDefaults Page page, Caller caller) {
        long owner = caller.requireAccount();
        return answer(page, homes.page(owner, page), new Reader(owner));
    }

    @GetMapping("/timelines/list/{id}")
    @RequiresScope("read:lists")
    ResponseEntity<List<Status>> list(@PathVariable long id, @PageDefaults Page page, Caller caller) {
        long owner = caller.requireAccount();
        return answer(page, listTimeline.page(lists.require(owner, id), owner, page), new Reader(owner));
    }

    /** Everybody is local, so the wish for others alone is answered with nothing. */
    @GetMapping("/timelines/public")
    @OpenToAll("read:statuses")
    ResponseEntity<List<Status>> everybody(
            @RequestParam(defaultValue = "false") boolean local,
            @RequestParam(defaultValue = "false") boolean remote,
            @RequestParam(name = "only_media", defaultValue = "false") boolean onlyMedia,
            @PageDefaults Page page,
            Caller caller) {
        Reader reader = Reader.of(caller);
        return answer(page, remote && !local ? List.of() : timelines.publicPosts(onlyMedia, reader, page), reader);
    }

    /**
     * Further hashtags.
     *
     * @param any which count as well
     * @param all which must be there, too
     * @param none which must not be there
     */
    record OtherTags(
            @Nullable List<String> any,
            @Nullable List<String> all,
            @Nullable List<String> none) {}

    @GetMapping("/timelines/tag/{hashtag}")
    @OpenToAll("read:statuses")
    ResponseEntity<List<Status>> tagged(
            @PathVariable String hashtag,
            @Body OtherTags others,
            @RequestParam(defaultValue = "false") boolean local,
            @RequestParam(defaultValue = "false") boolean remote,
            @RequestParam(name = "only_media", defaultValue = "false") boolean onlyMedia,
            @PageDefaults Page page,
            Caller caller) {
        Reader reader = Reader.of(caller);
        TagFilter filter = TagFilter.of(hashtag, others.any(), others.all(), others.none());
        return answer(page, remote && !local ? List.of() : timelines.tagged(filter, onlyMedia, reader, page), reader);
    }

    @GetMapping("/accounts/{id}/statuses")
    @OpenToAll("read:statuses")
    ResponseEntity<List<Status>> byAuthor(
            @PathVariable long id,
            @RequestParam(name = "exclude_replies", defaultValue = "false") boolean excludeReplies,
            @RequestParam(name = "exclude_reblogs", defaultValue = "false") boolean excludeBoosts,
            @RequestParam(name = "only_media", defaultValue = "false") boolean onlyMedia,
            @RequestParam(defaultValue = "false") boolean pinned,
            @RequestParam(required = false) @Nullable String tagged,
            @PageDefaults Page page,
            Caller caller) {
        Reader reader = Reader.of(caller);
        if (authors.find(id).isEmpty()) {
            throw new NotFound();
        }
        if (pinned) {
            return answer(page, timelines.pinned(id, reader, page), reader);
        }
        AuthorFilter filter = new AuthorFilter(excludeReplies, excludeBoosts, onlyMedia, tagged);
        return answer(page, timelines.by(id, filter, reader, page), reader);
    }

    private ResponseEntity<List<Status>> answer(Page page, List<Long> ids, Reader reader) {
        return links.page(page, statuses.read(ids, reader), ids);
    }
}
