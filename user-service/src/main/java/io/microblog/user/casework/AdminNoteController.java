package io.microblog.user.casework;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
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

/** What moderators tell each other about somebody. */
@RestController
@RequestMapping("/api/v1/admin/accounts/{id:[0-9]+}/notes")
@RequiresPermission(Permission.MANAGE_REPORTS)
class AdminNoteController {

    private final CaseEntries entries;
    private final ShownCases shown;
    private final PageLinks links;

    AdminNoteController(CaseEntries entries, ShownCases shown, PageLinks links) {
        this.entries = entries;
        this.shown = shown;
        this.links = links;
    }

    /**
     * @param caseId the case that it is written in, if any
     * @param text up to 2,000 characters
     */
    record CaseNoteRequest(@Nullable Long caseId, @Nullable String text) {}

    @GetMapping
    @RequiresScope("admin:read:reports")
    ResponseEntity<List<CaseNoteResponse>> notes(
            Caller caller, @PathVariable long id, @PageDefaults(limit = 40, max = 80) Page page) {
        List<CaseNote> found = entries.notes(caller.requireAccount(), id, page);
        return links.page(
                page, shown.notes(found), found.stream().map(CaseNote::id).toList());
    }

    @PostMapping
    @RequiresScope("admin:write:reports")
    CaseNoteResponse write(Caller caller, @PathVariable long id, @Body CaseNoteRequest request) {
        CaseNote note = entries.note(caller.requireAccount(), id, request.caseId(), request.text());
        return shown.notes(List.of(note)).getFirst();
    }
}
