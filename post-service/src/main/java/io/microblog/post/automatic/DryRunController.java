package io.microblog.post.automatic;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs for those who write rules; in the API's style, which has no such endpoints of its own. */
@RestController
@RequestMapping("/api/v1/admin/automatic_rules/dry_runs")
@RequiresPermission(Permission.MANAGE_RULES)
class DryRunController {

    private final DryRuns runs;
    private final Statuses statuses;
    private final PageLinks links;

    DryRunController(DryRuns runs, Statuses statuses, PageLinks links) {
        this.runs = runs;
        this.statuses = statuses;
        this.links = links;
    }

    /**
     * How far a dry run has come.
     *
     * @param ruleId the rule that is tried; null when it is not saved
     * @param conditions as they were when it began
     * @param judged posts that have been judged
     * @param of how many there are; null until they are counted
     * @param caught how many the rule catches, direct ones and those that the reader may not see among them
     * @param endedAt null while it runs
     */
    record DryRunResponse(
            String id,
            @Nullable String ruleId,
            List<RuleCondition> conditions,
            RuleAction action,
            DryRun.State state,
            long judged,
            @Nullable Long of,
            long caught,
            Instant createdAt,
            @Nullable Instant endedAt) {

        static DryRunResponse from(DryRun run) {
            return new DryRunResponse(
                    Long.toString(run.id()),
                    run.ruleId() == null ? null : run.ruleId().toString(),
                    run.conditions().stream().map(RuleCondition::of).toList(),
                    run.action(),
                    run.state(),
                    run.judged(),
                    run.posts(),
                    run.caught(),
                    run.createdAt(),
                    run.endedAt());
        }
    }

    @PostMapping
    @RequiresScope("admin:write")
    DryRunResponse start(Caller caller, @Body DryRunRequest request) {
        return DryRunResponse.from(runs.start(caller.requireAccount(), request));
    }

    @GetMapping
    @RequiresScope("admin:read")
    ResponseEntity<List<DryRunResponse>> runs(@PageDefaults Page page) {
        List<DryRun> found = runs.page(page);
        return links.page(
                page,
                found.stream().map(DryRunResponse::from).toList(),
                found.stream().map(DryRun::id).toList());
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read")
    DryRunResponse run(@PathVariable long id) {
        return DryRunResponse.from(runs.require(id));
    }

    /** The first posts that it caught, as far as the reader may see them anyway. */
    @GetMapping("/{id:[0-9]+}/statuses")
    @RequiresScope("admin:read")
    ResponseEntity<List<Status>> caught(@PathVariable long id, @PageDefaults Page page, Caller caller) {
        List<Long> found = runs.caught(id, page);
        return links.page(page, statuses.read(found, Reader.of(caller)), found);
    }

    @PostMapping("/{id:[0-9]+}/cancel")
    @RequiresScope("admin:write")
    DryRunResponse cancel(@PathVariable long id) {
        return DryRunResponse.from(runs.cancel(id));
    }
}
