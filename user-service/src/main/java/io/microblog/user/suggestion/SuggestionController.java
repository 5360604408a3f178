package io.microblog.user.suggestion;

import java.util.List;
import java.util.Map;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.user.account.Profiles;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Suggestions of whom to follow. */
@RestController
class SuggestionController {

    private final Suggestions suggestions;
    private final Profiles profiles;

    SuggestionController(Suggestions suggestions, Profiles profiles) {
        this.suggestions = suggestions;
        this.profiles = profiles;
    }

    /**
     * The API's {@code Suggestion}.
     *
     * @param source the one reason that older clients know
     */
    record Suggestion(String source, List<String> sources, PublicAccount account) {}

    @GetMapping("/api/v2/suggestions")
    @RequiresScope("read:accounts")
    List<Suggestion> suggestions(Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        Map<Long, List<String>> found = suggestions.find(caller.requireAccount(), page.limit());
        return profiles.show(found.keySet()).stream()
                .map(account -> suggestion(account, found.getOrDefault(Long.valueOf(account.id()), List.of())))
                .toList();
    }

    @GetMapping("/api/v1/suggestions")
    @RequiresScope("read:accounts")
    List<PublicAccount> accounts(Caller caller, @PageDefaults(limit = 40, max = 80) Page page) {
        return profiles.show(
                suggestions.find(caller.requireAccount(), page.limit()).keySet());
    }

    /** A success also for somebody who was not suggested, or does not exist. */
    @DeleteMapping("/api/v1/suggestions/{id}")
    @RequiresScope("write:accounts")
    Map<String, String> dismiss(Caller caller, @PathVariable long id) {
        suggestions.dismiss(caller.requireAccount(), id);
        return Map.of();
    }

    private static Suggestion suggestion(PublicAccount account, List<String> sources) {
        return new Suggestion(sources.contains("most_followed") ? "global" : "past_interactions", sources, account);
    }
}
