package io.microblog.internal;

import java.util.UUID;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Tells notification-service, at the moment of sending, what a security mail says and to whom it goes. */
@HttpExchange("/internal/security-mails")
public interface SecurityMailApi {

    /** The mail that an event calls for; not found when there is nothing to send any more. */
    @GetExchange("/{eventId}")
    SecurityMail mail(@PathVariable("eventId") UUID eventId);
}
