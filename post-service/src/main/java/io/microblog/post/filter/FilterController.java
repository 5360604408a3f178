package io.microblog.post.filter;

import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Filters in the public API: groups of keywords and posts. */
@RestController
@RequestMapping("/api/v2/filters")
class FilterController {

    private final FilterRows rows;
    private final Filters filters;

    FilterController(FilterRows rows, Filters filters) {
        this.rows = rows;
        this.filters = filters;
    }

    record Keyword(@Nullable String keyword, @Nullable Boolean wholeWord) {

        FilterRequest.Keyword as(@Nullable Long id) {
            return new FilterRequest.Keyword(id, keyword, wholeWord, false);
        }
    }

    record Post(@Nullable Long statusId) {}

    @GetMapping
    @RequiresScope("read:filters")
    List<Filter> own(Caller caller) {
        return rows.of(caller.requireAccount());
    }

    @PostMapping
    @RequiresScope("write:filters")
    Filter create(@Body FilterRequest request, Caller caller) {
        return filters.create(caller.requireAccount(), request);
    }

    @GetMapping("/{id}")
    @RequiresScope("read:filters")
    Filter one(@PathVariable long id, Caller caller) {
        return rows.require(caller.requireAccount(), id);
    }

    @PutMapping("/{id}")
    @RequiresScope("write:filters")
    Filter change(@PathVariable long id, @Body FilterRequest request, Caller caller) {
        return filters.change(caller.requireAccount(), id, request);
    }

    @DeleteMapping("/{id}")
    @RequiresScope("write:filters")
    Map<String, String> delete(@PathVariable long id, Caller caller) {
        filters.delete(caller.requireAccount(), id);
        return Map.of();
    }

    @GetMapping("/{id}/keywords")
    @RequiresScope("read:filters")
    List<FilterKeyword> keywords(@PathVariable long id, Caller caller) {
        return rows.require(caller.requireAccount(), id).keywords();
    }

    @PostMapping("/{id}/keywords")
    @RequiresScope("write:filters")
    FilterKeyword addKeyword(@PathVariable long id, @Body Keyword keyword, Caller caller) {
        return filters.put(caller.requireAccount(), id, keyword.as(null))
                .keywords()
                .getLast();
    }

    @GetMapping("/keywords/{id}")
    @RequiresScope("read:filters")
    FilterKeyword keyword(@PathVariable long id, Caller caller) {
        return rows.ofKeyword(caller.requireAccount(), id).keyword(id);
    }

    @PutMapping("/keywords/{id}")
    @RequiresScope("write:filters")
    FilterKeyword changeKeyword(@PathVariable long id, @Body Keyword keyword, Caller caller) {
        long owner = caller.requireAccount();
        Filter filter = rows.ofKeyword(owner, id);
        return filters.put(owner, Long.parseLong(filter.id()), keyword.as(id)).keyword(id);
    }

    @DeleteMapping("/keywords/{id}")
    @RequiresScope("write:filters")
    Map<String, String> deleteKeyword(@PathVariable long id, Caller caller) {
        filters.removeKeyword(caller.requireAccount(), id);
        return Map.of();
    }

    @GetMapping("/{id}/statuses")
    @RequiresScope("read:filters")
    List<FilterStatus> statuses(@PathVariable long id, Caller caller) {
        return rows.require(caller.requireAccount(), id).statuses();
    }

    @PostMapping("/{id}/statuses")
    @RequiresScope("write:filters")
    FilterStatus addStatus(@PathVariable long id, @Body Post post, Caller caller) {
        if (post.statusId() == null) {
            throw Invalid.field("status_id", "ERR_BLANK", "can't be blank");
        }
        return filters.addStatus(caller.requireAccount(), id, post.statusId());
    }

    @GetMapping("/statuses/{id}")
    @RequiresScope("read:filters")
    FilterStatus status(@PathVariable long id, Caller caller) {
        return rows.ofStatus(caller.requireAccount(), id).status(id);
    }

    @DeleteMapping("/statuses/{id}")
    @RequiresScope("write:filters")
    FilterStatus deleteStatus(@PathVariable long id, Caller caller) {
        long owner = caller.requireAccount();
        FilterStatus status = rows.ofStatus(owner, id).status(id);
        filters.removeStatus(owner, id);
        return status;
    }
}
