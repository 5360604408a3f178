package io.microblog.notification.preference;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.notification.account.Contacts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a person is mailed, and how they want to be. What concerns the security of their account comes at once anyway. */
@RestController
@RequestMapping("/api/v1/mail/preferences")
class MailPreferencesController {

    private final MailPreferenceService service;
    private final Contacts contacts;

    MailPreferencesController(MailPreferenceService service, Contacts contacts) {
        this.service = service;
        this.contacts = contacts;
    }

    @GetMapping
    @RequiresScope("read:accounts")
    MailPreferencesResponse get(Caller caller) {
        return show(caller.requireAccount());
    }

    /** Changes what the request names. */
    @PutMapping
    @RequiresScope("write:accounts")
    MailPreferencesResponse put(@Body MailPreferencesRequest request, Caller caller) {
        long me = caller.requireAccount();
        service.change(me, request);
        return show(me);
    }

    private MailPreferencesResponse show(long me) {
        return MailPreferencesResponse.from(service.of(me), contacts.timeZoneOf(me));
    }
}
