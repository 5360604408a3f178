package io.microblog.notification.mailing;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mails of an announcement, for those who may announce. */
@RestController
@RequestMapping("/api/v1/admin/announcements/{id}/mail")
@RequiresPermission(Permission.MANAGE_ANNOUNCEMENTS)
class MailingController {

    private final Mailings mailings;

    MailingController(Mailings mailings) {
        this.mailings = mailings;
    }

    @GetMapping
    @RequiresScope("admin:read")
    MailingResponse progress(@PathVariable long id) {
        return mailings.progress(id);
    }

    @PostMapping("/pause")
    @RequiresScope("admin:write")
    MailingResponse pause(@PathVariable long id, Caller caller) {
        return mailings.pause(id, caller.requireAccount());
    }

    @PostMapping("/resume")
    @RequiresScope("admin:write")
    MailingResponse resume(@PathVariable long id, Caller caller) {
        return mailings.resume(id, caller.requireAccount());
    }

    /** Stops them for good; what is on its way is not called back. */
    @PostMapping("/withdraw")
    @RequiresScope("admin:write")
    MailingResponse withdraw(@PathVariable long id, Caller caller) {
        return mailings.withdraw(id, caller.requireAccount());
    }
}
