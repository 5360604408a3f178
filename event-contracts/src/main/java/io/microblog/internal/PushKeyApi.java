package io.microblog.internal;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Tells user-service by which key notification-service pushes. The private half stays where it is. */
@HttpExchange("/internal/push/key")
public interface PushKeyApi {

    /** The public half. */
    @GetExchange
    PushKey key();
}
