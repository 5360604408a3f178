package io.microblog.post.trend;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.Hashtags;
import io.microblog.post.tag.TagDecision;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator decides about a hashtag. What is left out stays as it is.
 *
 * @param displayName how it is written; it may differ in case alone
 * @param usable whether posts may have it
 * @param listable whether it is among hashtags that people come across
 * @param trendable whether it may trend
 */
record AdminTagRequest(
        @Nullable String displayName,
        @Nullable Boolean usable,
        @Nullable Boolean listable,
        @Nullable Boolean trendable) {

    /** @throws Invalid when it would be called something else */
    TagDecision.Change of(String key) {
        if (displayName == null) {
            return new TagDecision.Change(null, usable, listable, trendable);
        }
        if (!Hashtags.normalise(displayName).filter(key::equals).isPresent()) {
            throw Invalid.field("display_name", "ERR_INVALID", "may differ in case alone");
        }
        return new TagDecision.Change(Hashtags.withoutSign(displayName), usable, listable, trendable);
    }
}
