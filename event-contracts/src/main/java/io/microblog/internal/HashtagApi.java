package io.microblog.internal;

import java.util.List;
import java.util.Set;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What moderators decided about hashtags, as post-service knows at this moment. */
@HttpExchange("/internal/hashtags")
public interface HashtagApi {

    /**
     * Which of some hashtags people are not to come across.
     *
     * @param names as posts are stored under them, at most {@link InternalCalls#MAX_IDS}
     */
    @PostExchange("/unlisted")
    Set<String> unlisted(@RequestBody List<String> names);
}
