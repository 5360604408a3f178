package io.microblog.post.draft;

import java.util.List;
import java.util.Map;

import io.microblog.kit.openapi.Answers;
import io.microblog.kit.problem.ProblemBody;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts, which the API does not have elsewhere. They are published where posts are, by {@code draft_id}. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftController {

    private final Drafts drafts;
    private final PageLinks links;

    DraftController(Drafts drafts, PageLinks links) {
        this.drafts = drafts;
        this.links = links;
    }

    /**
     * How a change is refused whose draft was changed elsewhere meanwhile.
     *
     * @param error what clients show
     * @param type the kind of problem
     * @param title the status in words
     * @param status the HTTP status
     * @param draft what it says now
     */
    record Clash(String error, String type, String title, int status, DraftStatus draft) {

        static Clash of(DraftChanged changed) {
            ProblemBody problem = ProblemBody.from(changed);
            return new Clash(problem.error(), problem.type(), problem.title(), problem.status(), changed.present());
        }
    }

    @GetMapping
    @RequiresScope("read:statuses")
    ResponseEntity<List<DraftStatus>> own(@PageDefaults Page page, Caller caller) {
        return links.page(page, drafts.page(caller.requireAccount(), page), draft -> Long.parseLong(draft.id()));
    }

    @PostMapping
    @RequiresScope("write:statuses")
    DraftStatus keep(@Body DraftRequest request, Caller caller) {
        return drafts.keep(caller.requireAccount(), request);
    }

    @GetMapping("/{id}")
    @RequiresScope("read:statuses")
    DraftStatus one(@PathVariable long id, Caller caller) {
        return drafts.require(caller.requireAccount(), id);
    }

    @PutMapping("/{id}")
    @RequiresScope("write:statuses")
    @Answers(refusal = Clash.class)
    DraftStatus change(@PathVariable long id, @Body DraftRequest request, Caller caller) {
        return drafts.change(caller.requireAccount(), id, request);
    }

    @DeleteMapping("/{id}")
    @RequiresScope("write:statuses")
    Map<String, String> delete(@PathVariable long id, Caller caller) {
        drafts.end(caller.requireAccount(), id);
        return Map.of();
    }

    @ExceptionHandler
    ResponseEntity<Clash> onChanged(DraftChanged changed) {
        return ResponseEntity.status(changed.status())
                .cacheControl(CacheControl.noStore())
                .body(Clash.of(changed));
    }
}
