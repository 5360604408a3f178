package io.microblog.internal;

import java.util.Set;

import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What people keep of the posts of post-service. Asked when it is needed: bookmarks are kept in one place alone. */
@HttpExchange("/internal/library")
public interface LibraryApi {

    /** Ids of the posts that somebody favourited, bookmarked or boosted, the latest of each. */
    @GetExchange
    Set<Long> kept(@RequestHeader(InternalCalls.READER) long reader);
}
