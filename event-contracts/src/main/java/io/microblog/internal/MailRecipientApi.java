package io.microblog.internal;

import java.util.List;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Everybody of user-service whom mail reaches, page by page, for what goes to all. */
@HttpExchange("/internal/mail-recipients")
public interface MailRecipientApi {

    /** The most in one page. */
    int MAX_PAGE = 1000;

    /** Those with greater ids than {@code after}, in their order; fewer than {@code limit} when there are no more. */
    @GetExchange
    List<MailRecipient> page(@RequestParam("after") long after, @RequestParam("limit") int limit);
}
