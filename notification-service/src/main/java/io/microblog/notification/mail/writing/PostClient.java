package io.microblog.notification.mail.writing;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** The text of a post, as this reader may see it now. */
interface PostClient {

    /** @throws io.microblog.kit.problem.NotFound when the reader may not see the post, or it is gone */
    @GetExchange("/internal/statuses/{id}/text")
    PostContent text(@PathVariable long id, @RequestHeader("Microblog-Reader") long reader);
}
