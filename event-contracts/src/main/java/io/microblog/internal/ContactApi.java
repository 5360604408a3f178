package io.microblog.internal;

import java.util.List;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Tells notification-service, at the moment of sending, where mails go. Nothing of it is kept. */
@HttpExchange("/internal/contacts")
public interface ContactApi {

    /** In the order asked, without those who have no address. */
    @GetExchange
    List<Contact> contacts(@RequestParam(name = "id", defaultValue = "") List<Long> ids);
}
