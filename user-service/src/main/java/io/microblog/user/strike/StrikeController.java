package io.microblog.user.strike;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What moderators did about one's own account; in the API's style, which has no such endpoint of its own. */
@RestController
@RequestMapping("/api/v1/strikes")
class StrikeController {

    private final Strikes strikes;
    private final Appeals appeals;
    private final ShownStrikes shown;
    private final PageLinks links;

    StrikeController(Strikes strikes, Appeals appeals, ShownStrikes shown, PageLinks links) {
        this.strikes = strikes;
        this.appeals = appeals;
        this.shown = shown;
        this.links = links;
    }

    /** @param text what is said against it, up to 2,000 characters */
    record AppealRequest(@Nullable String text) {}

    @GetMapping
    @RequiresScope("read:accounts")
    ResponseEntity<List<StrikeResponse>> strikes(Caller caller, @PageDefaults(limit = 20, max = 40) Page page) {
        List<Strike> found = strikes.list(caller.requireAccount(), null, false, page);
        return links.page(
                page, shown.toOwner(found), found.stream().map(Strike::id).toList());
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("read:accounts")
    StrikeResponse strike(Caller caller, @PathVariable long id) {
        return show(strikes.requireOwn(caller.requireAccount(), id));
    }

    /** Once for each. */
    @PostMapping("/{id:[0-9]+}/appeal")
    @RequiresScope("write:accounts")
    StrikeResponse appeal(Caller caller, @PathVariable long id, @Body AppealRequest request) {
        return show(appeals.file(caller.requireAccount(), id, request.text()));
    }

    private StrikeResponse show(Strike strike) {
        return shown.toOwner(List.of(strike)).getFirst();
    }
}
