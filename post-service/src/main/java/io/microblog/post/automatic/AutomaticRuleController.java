package io.microblog.post.automatic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.event.Visibility;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.author.Authors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Automatic rules for those who write them; in the API's style, which has no such endpoints of its own. */
@RestController
@RequestMapping("/api/v1/admin/automatic_rules")
@RequiresPermission(Permission.MANAGE_RULES)
class AutomaticRuleController {

    private final AutomaticRules rules;
    private final RuleHits hits;
    private final Authors authors;
    private final BaseUrl base;
    private final PageLinks links;

    AutomaticRuleController(AutomaticRules rules, RuleHits hits, Authors authors, BaseUrl base, PageLinks links) {
        this.rules = rules;
        this.hits = hits;
        this.authors = authors;
        this.base = base;
        this.links = links;
    }

    /**
     * What a rule caught.
     *
     * @param account whose post; null when they are not known any more
     * @param statusId the post; null when it was refused or is direct
     * @param textHash SHA-256 of what a refused public or unlisted post said, without regard to case and width, in
     *     hexadecimal digits; else null
     * @param visibility who was to see it
     */
    record AutomaticRuleHitResponse(
            String id,
            @Nullable PublicAccount account,
            @Nullable String statusId,
            @Nullable String textHash,
            Visibility visibility,
            RuleAction action,
            Instant createdAt) {

        static AutomaticRuleHitResponse of(RuleHits.Hit hit, Map<String, PublicAccount> people) {
            return new AutomaticRuleHitResponse(
                    Long.toString(hit.id()),
                    people.get(Long.toString(hit.accountId())),
                    hit.postId() == null ? null : hit.postId().toString(),
                    hit.textHash(),
                    hit.visibility(),
                    hit.action(),
                    hit.at());
        }
    }

    @GetMapping
    @RequiresScope("admin:read")
    List<AutomaticRuleResponse> all() {
        return rules.all().stream().map(AutomaticRuleResponse::from).toList();
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read")
    AutomaticRuleResponse rule(@PathVariable long id) {
        return AutomaticRuleResponse.from(rules.require(id));
    }

    @PostMapping
    @RequiresScope("admin:write")
    AutomaticRuleResponse add(Caller caller, @Body AutomaticRuleRequest request) {
        return AutomaticRuleResponse.from(rules.add(caller.requireAccount(), request));
    }

    @PutMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write")
    AutomaticRuleResponse change(Caller caller, @PathVariable long id, @Body AutomaticRuleRequest request) {
        return AutomaticRuleResponse.from(rules.change(caller.requireAccount(), id, request));
    }

    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write")
    AutomaticRuleResponse delete(Caller caller, @PathVariable long id) {
        return AutomaticRuleResponse.from(rules.delete(caller.requireAccount(), id));
    }

    @GetMapping("/{id:[0-9]+}/hits")
    @RequiresScope("admin:read")
    ResponseEntity<List<AutomaticRuleHitResponse>> hits(@PathVariable long id, @PageDefaults(max = 80) Page page) {
        rules.require(id);
        List<RuleHits.Hit> found = hits.of(id, page);
        Map<String, PublicAccount> people =
                authors
                        .shown(
                                found.stream()
                                        .map(RuleHits.Hit::accountId)
                                        .distinct()
                                        .toList(),
                                base)
                        .stream()
                        .collect(Collectors.toMap(PublicAccount::id, Function.identity()));
        return links.page(
                page,
                found.stream()
                        .map(hit -> AutomaticRuleHitResponse.of(hit, people))
                        .toList(),
                found.stream().map(RuleHits.Hit::id).toList());
    }
}
