package io.microblog.post.trend;

import java.util.List;
import java.util.Map;

import io.microblog.event.Visibility;
import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import io.microblog.post.tag.Hashtag;
import io.microblog.post.tag.TagDecision;
import io.microblog.post.trend.Trends.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Trends for those who decide about them: all that the last refresh found, also what may not trend. Links do not trend here,
 * so there is nothing to decide about them.
 */
@RestController
@RequestMapping("/api/v1/admin/trends")
@RequiresPermission(Permission.MANAGE_TAXONOMIES)
class AdminTrendController {

    private final Trends trends;
    private final TrendDecisions decisions;
    private final TrendProperties properties;
    private final AdminTags tags;
    private final Statuses statuses;
    private final TrendParts parts;

    AdminTrendController(
            Trends trends,
            TrendDecisions decisions,
            TrendProperties properties,
            AdminTags tags,
            Statuses statuses,
            TrendParts parts) {
        this.trends = trends;
        this.decisions = decisions;
        this.properties = properties;
        this.tags = tags;
        this.statuses = statuses;
        this.parts = parts;
    }

    @GetMapping("/tags")
    @RequiresScope("admin:read")
    ResponseEntity<List<AdminTagResponse>> tags(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer offset) {
        Part part = TrendParts.tags(offset, limit);
        List<AdminTagResponse> found = tags.show(
                trends.allTags(part).stream().map(key -> new Hashtag(key, key)).toList());
        return parts.answer("admin/trends/tags", part, found.size(), found);
    }

    @PostMapping("/tags/{id}/approve")
    @RequiresScope("admin:write")
    AdminTagResponse approveTag(Caller caller, @PathVariable @Opaque String id) {
        return tags.decide(caller.requireAccount(), Hashtag.of(id), TagDecision.Change.trendable(true));
    }

    @PostMapping("/tags/{id}/reject")
    @RequiresScope("admin:write")
    AdminTagResponse rejectTag(Caller caller, @PathVariable @Opaque String id) {
        return tags.decide(caller.requireAccount(), Hashtag.of(id), TagDecision.Change.trendable(false));
    }

    @GetMapping("/statuses")
    @RequiresScope("admin:read")
    ResponseEntity<List<TrendingStatus>> statuses(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer offset,
            Caller caller) {
        Part part = TrendParts.posts(offset, limit);
        List<Long> found = trends.allPosts(part);
        return parts.answer("admin/trends/statuses", part, found.size(), show(found, Reader.of(caller)));
    }

    @PostMapping("/statuses/{id:[0-9]+}/approve")
    @RequiresScope("admin:write")
    TrendingStatus approveStatus(Caller caller, @PathVariable long id) {
        return decide(caller, id, true);
    }

    @PostMapping("/statuses/{id:[0-9]+}/reject")
    @RequiresScope("admin:write")
    TrendingStatus rejectStatus(Caller caller, @PathVariable long id) {
        return decide(caller, id, false);
    }

    /** Always empty, as are trending links. */
    @GetMapping("/links")
    @RequiresScope("admin:read")
    List<Object> links() {
        return List.of();
    }

    private TrendingStatus decide(Caller caller, long id, boolean approved) {
        Reader reader = Reader.of(caller);
        Statuses.Original post = statuses.original(id, reader);
        if (post.visibility() != Visibility.PUBLIC) {
            throw new NotFound();
        }
        decisions.decide(caller.requireAccount(), post.id(), post.authorId(), approved);
        return show(List.of(post.id()), reader).stream().findFirst().orElseThrow(NotFound::new);
    }

    private List<TrendingStatus> show(List<Long> ids, Reader reader) {
        Map<Long, Boolean> decided = decisions.of(ids);
        return statuses.read(ids, reader).stream()
                .map(status -> show(status, decided.get(Long.valueOf(status.id()))))
                .toList();
    }

    private TrendingStatus show(Status status, @Nullable Boolean approved) {
        return new TrendingStatus(status, approved == null ? !properties.review() : approved, approved == null);
    }
}
