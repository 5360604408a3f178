package io.microblog.post.filter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

/** Filters as older clients know them: each keyword of a filter is one of its own. */
@RestController
@RequestMapping("/api/v1/filters")
class V1FilterController {

    private final FilterRows rows;
    private final Filters filters;

    V1FilterController(FilterRows rows, Filters filters) {
        this.rows = rows;
        this.filters = filters;
    }

    /**
     * The API's {@code V1::Filter} (docs.joinmastodon.org/entities/V1_Filter).
     *
     * @param id the keyword's, decimal
     * @param phrase the keyword
     * @param context where it applies
     * @param wholeWord whether it counts only where it stands for itself
     * @param expiresAt when it stops; null for never
     * @param irreversible whether matching posts are not shown at all
     */
    record V1Filter(
            String id,
            String phrase,
            List<FilterContext> context,
            boolean wholeWord,
            @Nullable Instant expiresAt,
            boolean irreversible) {

        static V1Filter of(Filter filter, FilterKeyword keyword) {
            return new V1Filter(
                    keyword.id(),
                    keyword.keyword(),
                    filter.context(),
                    keyword.wholeWord(),
                    filter.expiresAt(),
                    filter.filterAction() == FilterAction.HIDE);
        }
    }

    /** What a client sends; a change keeps what is left out. */
    record Request(
            @Nullable String phrase,
            @Nullable List<FilterContext> context,
            @Nullable Boolean irreversible,
            @Nullable Boolean wholeWord,
            @Nullable String expiresIn) {

        FilterRequest asNew() {
            if (phrase == null || phrase.isBlank()) {
                throw Invalid.field("phrase", "ERR_BLANK", "can't be blank");
            }
            return new FilterRequest(phrase, context, action(FilterAction.WARN), expiresIn, List.of(keyword(null)));
        }

        FilterRequest asChange(Filter before, long keywordId) {
            return new FilterRequest(
                    null, context, action(before.filterAction()), expiresIn, List.of(keyword(keywordId)));
        }

        /** Part of a word counts unless told otherwise. */
        private FilterRequest.Keyword keyword(@Nullable Long id) {
            boolean unsaid = wholeWord == null && id == null;
            Boolean whole = unsaid ? Boolean.FALSE : wholeWord;
            return new FilterRequest.Keyword(id, phrase, whole, false);
        }

        private FilterAction action(FilterAction before) {
            if (irreversible == null || irreversible == (before == FilterAction.HIDE)) {
                return before;
            }
            return irreversible ? FilterAction.HIDE : FilterAction.WARN;
        }
    }

    @GetMapping
    @RequiresScope("read:filters")
    List<V1Filter> own(Caller caller) {
        return rows.of(caller.requireAccount()).stream()
                .flatMap(V1FilterController::each)
                .toList();
    }

    @PostMapping
    @RequiresScope("write:filters")
    V1Filter create(@Body Request request, Caller caller) {
        return each(filters.create(caller.requireAccount(), request.asNew()))
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/{id}")
    @RequiresScope("read:filters")
    V1Filter one(@PathVariable long id, Caller caller) {
        Filter filter = rows.ofKeyword(caller.requireAccount(), id);
        return V1Filter.of(filter, filter.keyword(id));
    }

    /** What concerns a whole filter can't be changed by one of its keywords. */
    @PutMapping("/{id}")
    @RequiresScope("write:filters")
    V1Filter change(@PathVariable long id, @Body Request request, Caller caller) {
        long owner = caller.requireAccount();
        Filter before = rows.ofKeyword(owner, id);
        FilterRequest change = request.asChange(before, id);
        if (before.keywords().size() > 1 && !change.over(before).equals(before)) {
            throw new Invalid("This filter has more than one keyword, so it can only be changed as a whole");
        }
        Filter changed = filters.change(owner, Long.parseLong(before.id()), change);
        return V1Filter.of(changed, changed.keyword(id));
    }

    @DeleteMapping("/{id}")
    @RequiresScope("write:filters")
    Map<String, String> delete(@PathVariable long id, Caller caller) {
        filters.removeKeyword(caller.requireAccount(), id);
        return Map.of();
    }

    private static Stream<V1Filter> each(Filter filter) {
        return filter.keywords().stream().map(keyword -> V1Filter.of(filter, keyword));
    }
}
