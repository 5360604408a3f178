package io.microblog.notification.mailing;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.notification.announcement.Announcers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mails of an announcement, for those who may announce. */
@RestController
@RequestMapping("/api/v1/admin/announcements/{id}/mail")
class MailingController {

    private final Mailings mailings;

    MailingController(Mailings mailings) {
        this.mailings = mailings;
    }

    @GetMapping
    @RequiresScope("admin:read")
    MailingResponse progress(@PathVariable long id, Caller caller) {
        Announcers.require(caller);
        return mailings.progress(id);
    }

    @PostMapping("/pause")
    @RequiresScope("admin:write")
    MailingResponse pause(@PathVariable long id, Caller caller) {
        return mailings.pause(id, Announcers.require(caller));
    }

    @PostMapping("/resume")
    @RequiresScope("admin:write")
    MailingResponse resume(@PathVariable long id, Caller caller) {
        return mailings.resume(id, Announcers.require(caller));
    }

    /** Stops them for good; what is on its way is not called back. */
    @PostMapping("/withdraw")
    @RequiresScope("admin:write")
    MailingResponse withdraw(@PathVariable long id, Caller caller) {
        return mailings.withdraw(id, Announcers.require(caller));
    }
}
