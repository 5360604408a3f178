package io.microblog.post.tag;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code FeaturedTag} (docs.joinmastodon.org/entities/FeaturedTag).
 *
 * @param id decimal
 * @param name as the person wrote it, without the hash sign
 * @param url the page of its timeline
 * @param statusesCount the person's public and unlisted posts with it
 * @param lastStatusAt the UTC day of the newest of them
 */
record FeaturedTag(
        String id,
        String name,
        String url,
        String statusesCount,
        @Nullable LocalDate lastStatusAt) {

    static FeaturedTag of(long id, Hashtag hashtag, long posts, @Nullable Long lastPostId, BaseUrl base) {
        return new FeaturedTag(
                Long.toString(id),
                hashtag.asWritten(),
                base.resolve("/tags/" + URLEncoder.encode(hashtag.key(), StandardCharsets.UTF_8)),
                Long.toString(posts),
                lastPostId == null ? null : LocalDate.ofInstant(IdGenerator.timeOf(lastPostId), ZoneOffset.UTC));
    }
}
