package io.microblog.search.query;

import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.problem.Unauthorized;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.AcceptedLanguages;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.search.query.SearchQuery.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The search endpoints of the public API. */
@RestController
class SearchController {

    private final SearchService search;

    SearchController(SearchService search) {
        this.search = search;
    }

    /** Strangers find accounts and hashtags; only people who are signed in find statuses and may page or resolve. */
    @GetMapping("/api/v2/search")
    @OpenToAll("read:search")
    SearchResponse search(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(name = "account_id", required = false) @Nullable Long accountId,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(required = false) @Nullable Boolean resolve,
            @RequestParam(required = false) @Nullable Boolean following,
            @PageDefaults(limit = 20, max = 40) Page page,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Caller caller) {
        Long reader = reader(caller);
        if (reader == null && offset > 0) {
            throw new Unauthorized("Search queries pagination is not supported without authentication");
        }
        if (reader == null && Boolean.TRUE.equals(resolve)) {
            throw new Unauthorized(
                    "Search queries that resolve remote resources are not supported without authentication");
        }
        return search.search(
                new SearchQuery(
                        q,
                        AcceptedLanguages.of(languages),
                        Scope.of(type),
                        accountId,
                        Boolean.TRUE.equals(following),
                        page,
                        offset),
                reader);
    }

    /** Accounts alone, for completing names while they are typed. */
    @GetMapping("/api/v1/accounts/search")
    @RequiresScope("read:accounts")
    List<@SchemaName("Account") JsonNode> accounts(
            @RequestParam String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(required = false) @Nullable Boolean following,
            @PageDefaults(limit = 40, max = 80) Page page,
            Caller caller) {
        return search.search(
                        new SearchQuery(
                                q, List.of(), Scope.ACCOUNTS, null, Boolean.TRUE.equals(following), page, offset),
                        caller.requireAccount())
                .accounts();
    }

    private static @Nullable Long reader(Caller caller) {
        return caller.state() == Caller.State.ACTIVE ? caller.accountId() : null;
    }
}
