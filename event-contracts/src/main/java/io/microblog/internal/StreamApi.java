package io.microblog.internal;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Whom of those who listen at this moment the news of posts concern, as post-service decides when they read. */
@HttpExchange("/internal/streams")
public interface StreamApi {

    /** The most news in one question. */
    int MAX_NEWS = 100;

    /** The most listeners in one question. */
    int MAX_LISTENERS = 20_000;

    /**
     * Who gets which of the news. A post appears once for each way in which it looks to somebody; of what concerns nobody
     * there is nothing.
     */
    @PostExchange("/deliveries")
    List<StreamDelivery> deliveries(@RequestBody StreamQuestion question);

    /** Says that a list is the reader's; not found when it is not. */
    @GetExchange("/lists/{id}")
    void list(
            @PathVariable("id") long id,
            @RequestHeader(name = InternalCalls.READER, required = false) @Nullable Long reader);
}
