package io.microblog.user.casework;

import java.util.List;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.casework.CaseController.CaseMessageRequest;
import io.microblog.user.report.CaseFile;
import io.microblog.user.report.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases with their conversations, for moderators. */
@RestController
@RequestMapping("/api/v1/admin/cases")
@RequiresPermission(Permission.MANAGE_REPORTS)
class AdminCaseController {

    private final Cases cases;
    private final CaseEntries entries;
    private final ShownCases shown;
    private final PageLinks links;

    AdminCaseController(Cases cases, CaseEntries entries, ShownCases shown, PageLinks links) {
        this.cases = cases;
        this.entries = entries;
        this.shown = shown;
        this.links = links;
    }

    /**
     * Some of them, the newest first.
     *
     * @param state due (the default): open, or somebody waits for an answer; or settled: all others
     */
    @GetMapping
    @RequiresScope("admin:read:reports")
    ResponseEntity<List<AdminCaseResponse>> cases(
            @RequestParam(defaultValue = "due") String state,
            @RequestParam(name = "target_account_id", required = false) @Nullable Long target,
            @PageDefaults(limit = 40, max = 100) Page page) {
        List<CaseFile> found = cases.list(isDue(state), target, page);
        return links.page(
                page, shown.cases(found), found.stream().map(CaseFile::id).toList());
    }

    private static boolean isDue(String state) {
        return switch (state) {
            case "due" -> true;
            case "settled" -> false;
            default -> throw Invalid.field("state", "ERR_INCLUSION", "is not included in the list");
        };
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read:reports")
    AdminCaseResponse one(@PathVariable long id) {
        return shown.cases(List.of(cases.require(id))).getFirst();
    }

    @GetMapping("/{id:[0-9]+}/messages")
    @RequiresScope("admin:read:reports")
    ResponseEntity<List<CaseMessageResponse>> messages(
            Caller caller, @PathVariable long id, @PageDefaults(limit = 40, max = 80) Page page) {
        List<CaseMessage> found = entries.read(caller.requireAccount(), id, page);
        return links.page(
                page,
                shown.messages(found, true),
                found.stream().map(CaseMessage::id).toList());
    }

    @PostMapping("/{id:[0-9]+}/messages")
    @RequiresScope("admin:write:reports")
    CaseMessageResponse write(Caller caller, @PathVariable long id, @Body CaseMessageRequest request) {
        CaseMessage message = entries.write(caller.requireAccount(), id, request.text());
        return shown.messages(List.of(message), true).getFirst();
    }
}
