package io.microblog.post.quote;

import java.util.List;

import io.microblog.event.QuotePolicy;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Quotes of a post in the public API. A post is quoted where posts are published. */
@RestController
@RequestMapping("/api/v1/statuses/{id}")
class QuoteController {

    private final Quotes quotes;
    private final Statuses statuses;
    private final PageLinks links;

    QuoteController(Quotes quotes, Statuses statuses, PageLinks links) {
        this.quotes = quotes;
        this.statuses = statuses;
        this.links = links;
    }

    /**
     * What others may do with a post.
     *
     * @param quoteApprovalPolicy who may quote it
     */
    record InteractionPolicy(@Nullable QuotePolicy quoteApprovalPolicy) {

        /** @throws Invalid when it is not named */
        QuotePolicy required() {
            if (quoteApprovalPolicy == null) {
                throw Invalid.field("quote_approval_policy", "ERR_BLANK", "can't be blank");
            }
            return quoteApprovalPolicy;
        }
    }

    @GetMapping("/quotes")
    @RequiresScope("read:statuses")
    ResponseEntity<List<Status>> quotes(@PathVariable long id, @PageDefaults Page page, Caller caller) {
        long reader = caller.requireAccount();
        List<Long> found = quotes.of(id, reader, page);
        return links.page(page, statuses.read(found, new Reader(reader)), found);
    }

    @PostMapping("/quotes/{quoting}/revoke")
    @RequiresScope("write:statuses")
    Status revoke(@PathVariable long id, @PathVariable long quoting, Caller caller) {
        return quotes.revoke(caller.requireAccount(), id, quoting);
    }

    @PutMapping("/interaction_policy")
    @RequiresScope("write:statuses")
    Status decide(@PathVariable long id, @Body InteractionPolicy policy, Caller caller) {
        return quotes.allow(caller.requireAccount(), id, policy.required());
    }
}
