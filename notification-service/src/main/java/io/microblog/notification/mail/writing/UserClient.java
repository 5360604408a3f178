package io.microblog.notification.mail.writing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Tells, at the moment of sending, where mails go. Nothing of it is kept. */
interface UserClient {

    @GetExchange("/internal/contacts")
    List<Contact> contacts(@RequestParam("id") Collection<Long> ids);

    /** @throws io.microblog.kit.problem.NotFound when there is nothing to send any more */
    @GetExchange("/internal/security-mails/{eventId}")
    SecurityMail securityMail(@PathVariable UUID eventId);
}
