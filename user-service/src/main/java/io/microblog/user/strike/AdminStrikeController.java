package io.microblog.user.strike;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done about people, and what they appeal against, for moderators. */
@RestController
@RequestMapping("/api/v1/admin/strikes")
@RequiresPermission(Permission.MANAGE_REPORTS)
class AdminStrikeController {

    private final Strikes strikes;
    private final Appeals appeals;
    private final ShownStrikes shown;
    private final PageLinks links;

    AdminStrikeController(Strikes strikes, Appeals appeals, ShownStrikes shown, PageLinks links) {
        this.strikes = strikes;
        this.appeals = appeals;
        this.shown = shown;
        this.links = links;
    }

    @GetMapping
    @RequiresScope("admin:read:accounts")
    ResponseEntity<List<StrikeResponse>> strikes(
            @RequestParam(name = "target_account_id", required = false) @Nullable Long target,
            @RequestParam(name = "case_id", required = false) @Nullable Long caseId,
            @RequestParam(defaultValue = "false") boolean appealed,
            @PageDefaults(limit = 20, max = 100) Page page) {
        List<Strike> found = strikes.list(target, caseId, appealed, page);
        return links.page(
                page, shown.toModerators(found), found.stream().map(Strike::id).toList());
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read:accounts")
    StrikeResponse strike(@PathVariable long id) {
        return show(strikes.require(id));
    }

    @PostMapping("/{id:[0-9]+}/undo")
    @RequiresScope("admin:write:accounts")
    @RequiresPermission(Permission.MANAGE_USERS)
    StrikeResponse undo(Caller caller, @PathVariable long id) {
        return show(strikes.undo(caller.requireAccount(), id));
    }

    @PostMapping("/{id:[0-9]+}/appeal/approve")
    @RequiresScope("admin:write:accounts")
    @RequiresPermission(Permission.MANAGE_APPEALS)
    StrikeResponse approve(Caller caller, @PathVariable long id) {
        return show(appeals.approve(caller.requireAccount(), id));
    }

    @PostMapping("/{id:[0-9]+}/appeal/reject")
    @RequiresScope("admin:write:accounts")
    @RequiresPermission(Permission.MANAGE_APPEALS)
    StrikeResponse reject(Caller caller, @PathVariable long id) {
        return show(appeals.reject(caller.requireAccount(), id));
    }

    private StrikeResponse show(Strike strike) {
        return shown.toModerators(List.of(strike)).getFirst();
    }
}
