package io.microblog.internal;

import java.util.List;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Tells notification-service, at the moment of sending, where mails go. Nothing of it is kept. */
@HttpExchange("/internal/contacts")
public interface ContactApi {

    /** The most people in one question: as many as one call of the provider takes. */
    int MAX_IDS = 500;

    /** In any order, without those who have no address. */
    @PostExchange
    List<Contact> contacts(@RequestBody List<Long> accountIds);
}
