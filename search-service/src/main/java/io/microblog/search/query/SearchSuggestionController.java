package io.microblog.search.query;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.search.query.SearchQuery.Scope;
import io.microblog.search.saved.RecentSearches;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Help while a search is typed. */
@RestController
class SearchSuggestionController {

    private final SearchService search;
    private final RecentSearches recent;

    SearchSuggestionController(SearchService search, RecentSearches recent) {
        this.search = search;
        this.recent = recent;
    }

    /** How what is being typed may go on: so many of each sort. */
    @GetMapping("/api/v1/search/suggestions")
    @RequiresScope("read:search")
    SearchSuggestions suggestions(@RequestParam String q, @PageDefaults(limit = 4, max = 10) Page page, Caller caller) {
        long reader = caller.requireAccount();
        return new SearchSuggestions(
                search.search(asking(q, Scope.ACCOUNTS, page), reader).accounts(),
                search.search(asking(q, Scope.HASHTAGS, page), reader).hashtags(),
                recent.beginning(reader, q.strip(), page.limit()));
    }

    private static SearchQuery asking(String text, Scope scope, Page page) {
        return new SearchQuery(text, List.of(), scope, null, false, page, 0);
    }
}
