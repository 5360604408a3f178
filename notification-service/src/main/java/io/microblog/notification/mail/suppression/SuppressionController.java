package io.microblog.notification.mail.suppression;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells people whether mails reach them. */
@RestController
@RequestMapping("/api/v1/mail/suppressions")
class SuppressionController {

    private final SuppressionService service;

    SuppressionController(SuppressionService service) {
        this.service = service;
    }

    /** What holds for one's own address; empty when mails reach it. */
    @GetMapping
    @RequiresScope("read:accounts")
    List<SuppressionResponse> own(Caller caller) {
        return service.of(caller.requireAccount()).stream()
                .map(one -> SuppressionResponse.from(one.suppression()))
                .toList();
    }
}
