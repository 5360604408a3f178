package io.microblog.translation.translate;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** The texts of post-service, which knows who may read them. */
interface PostClient {

    @GetExchange("/internal/statuses/{id}/text")
    PostText text(@PathVariable("id") long id, @RequestHeader("Microblog-Reader") long reader);
}
