package io.microblog.post.trend;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.tag.TagDecision;
import io.microblog.post.tag.TagResponse;
import io.microblog.post.tag.TagResponse.Day;

/**
 * The API's {@code Admin::Tag} (docs.joinmastodon.org/entities/Tag#admin).
 *
 * @param tag the hashtag itself
 * @param trendable whether it may trend
 * @param usable whether posts may have it
 * @param listable whether it is among hashtags that people come across
 * @param requiresReview whether nobody has decided about it yet
 */
@SchemaName("AdminTag")
record AdminTagResponse(
        @JsonUnwrapped TagResponse tag, boolean trendable, boolean usable, boolean listable, boolean requiresReview) {

    /** @param byDefault whether what nobody has decided about may trend */
    static AdminTagResponse of(TagDecision decision, String name, List<Day> history, boolean byDefault, BaseUrl base) {
        Boolean trendable = decision.trendable();
        return new AdminTagResponse(
                TagResponse.of(decision.hashtag(), name, history, null, null, base),
                trendable == null ? byDefault : trendable,
                decision.usable(),
                decision.listable(),
                !decision.reviewed());
    }
}
