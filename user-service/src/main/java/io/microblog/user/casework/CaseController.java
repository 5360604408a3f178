package io.microblog.user.casework;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.report.CaseFile;
import io.microblog.user.report.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cases about oneself that moderators have told one of; in the API's style, which has no such endpoint of its own. */
@RestController
@RequestMapping("/api/v1/moderation_cases")
class CaseController {

    private final Cases cases;
    private final CaseEntries entries;
    private final ShownCases shown;
    private final PageLinks links;

    CaseController(Cases cases, CaseEntries entries, ShownCases shown, PageLinks links) {
        this.cases = cases;
        this.entries = entries;
        this.shown = shown;
        this.links = links;
    }

    /** @param text up to 2,000 characters */
    record CaseMessageRequest(@Nullable String text) {}

    @GetMapping
    @RequiresScope("read:accounts")
    ResponseEntity<List<CaseResponse>> cases(Caller caller, @PageDefaults(limit = 20, max = 40) Page page) {
        List<CaseFile> found = cases.toldTo(caller.requireAccount(), page);
        return links.page(
                page,
                found.stream().map(CaseResponse::from).toList(),
                found.stream().map(CaseFile::id).toList());
    }

    @GetMapping("/{id:[0-9]+}/messages")
    @RequiresScope("read:accounts")
    ResponseEntity<List<CaseMessageResponse>> messages(
            Caller caller, @PathVariable long id, @PageDefaults(limit = 40, max = 80) Page page) {
        List<CaseMessage> found = entries.readOwn(caller.requireAccount(), id, page);
        return links.page(
                page,
                shown.messages(found, false),
                found.stream().map(CaseMessage::id).toList());
    }

    @PostMapping("/{id:[0-9]+}/messages")
    @RequiresScope("write:accounts")
    CaseMessageResponse answer(Caller caller, @PathVariable long id, @Body CaseMessageRequest request) {
        CaseMessage message = entries.answer(caller.requireAccount(), id, request.text());
        return shown.messages(List.of(message), false).getFirst();
    }
}
