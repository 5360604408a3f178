package io.microblog.search.saved;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own searches, saved ones and recent ones. What is recent, clients say: not all that is asked was meant. */
@RestController
class OwnSearchController {

    private final SavedSearches saved;
    private final RecentSearches recent;

    OwnSearchController(SavedSearches saved, RecentSearches recent) {
        this.saved = saved;
        this.recent = recent;
    }

    @GetMapping("/api/v1/saved_searches")
    @RequiresScope("read:search")
    List<SavedSearch> saved(Caller caller) {
        return saved.of(caller.requireAccount());
    }

    @PostMapping("/api/v1/saved_searches")
    @RequiresScope("write:accounts")
    SavedSearch save(@Body QueryText query, Caller caller) {
        return saved.save(caller.requireAccount(), query.text());
    }

    @DeleteMapping("/api/v1/saved_searches/{id}")
    @RequiresScope("write:accounts")
    Map<String, String> delete(@PathVariable long id, Caller caller) {
        saved.delete(caller.requireAccount(), id);
        return Map.of();
    }

    @GetMapping("/api/v1/search/recent")
    @RequiresScope("read:search")
    List<String> recent(Caller caller) {
        return recent.beginning(caller.requireAccount(), "", RecentSearches.MAX);
    }

    @PostMapping("/api/v1/search/recent")
    @RequiresScope("write:accounts")
    Map<String, String> remember(@Body QueryText query, Caller caller) {
        recent.remember(caller.requireAccount(), query.text());
        return Map.of();
    }

    /** Without a query, all of them. */
    @DeleteMapping("/api/v1/search/recent")
    @RequiresScope("write:accounts")
    Map<String, String> forget(@RequestParam(required = false) @Nullable String q, Caller caller) {
        if (q == null) {
            recent.forgetAll(caller.requireAccount());
        } else {
            recent.forget(caller.requireAccount(), q);
        }
        return Map.of();
    }
}
