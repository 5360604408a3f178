package io.microblog.internal;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** The posts of post-service, as a reader may see them. */
@HttpExchange("/internal/statuses")
public interface StatusApi {

    /** Each is a {@code Status} of the public API. Those that the reader may not see are left out. */
    @GetExchange
    List<JsonNode> statuses(
            @RequestParam(name = "id", defaultValue = "") List<Long> ids,
            @RequestHeader(name = InternalCalls.READER, required = false) @Nullable Long reader);

    /** Several, each as a reader of its own sees it. Those that their reader may not see, and those gone, are left out. */
    @PostExchange("/shown")
    List<StatusRead> shown(@RequestBody List<TextWanted> wanted);

    /** What one says; not found when the reader may not see it, or it is gone. */
    @GetExchange("/{id}/text")
    StatusText text(
            @PathVariable("id") long id,
            @RequestHeader(name = InternalCalls.READER, required = false) @Nullable Long reader);

    /** What several say, each to a reader of its own. Those that their reader may not see, and those gone, are left out. */
    @PostExchange("/texts")
    List<TextRead> texts(@RequestBody List<TextWanted> wanted);

    /**
     * The posts of those whom the reader follows that others liked best, the best first, a handful at most. None is behind a
     * warning, in a muted thread, or of somebody whom the reader keeps from home.
     *
     * @param since only posts with ids above it
     */
    @GetExchange("/highlights")
    List<BestPost> highlights(
            @RequestParam("since") long since, @RequestHeader(name = InternalCalls.READER) long reader);
}
