package io.microblog.post.tag;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Tag} (docs.joinmastodon.org/entities/Tag).
 *
 * @param id its name: hashtags have no other identity here
 * @param name as people write it, without the hash sign
 * @param url the page of its timeline
 * @param history how much it was used in the last days, today first
 * @param following whether the reader follows it; only signed-in people are told
 * @param featuring whether the reader shows it in their profile; only signed-in people are told
 */
@SchemaName("Tag")
public record TagResponse(
        @Opaque String id,
        String name,
        String url,
        List<Day> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean following,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean featuring) {

    /**
     * One day, in UTC.
     *
     * @param day its beginning in Unix seconds
     * @param uses public posts with the hashtag
     * @param accounts people who wrote them
     */
    public record Day(String day, String uses, String accounts) {}

    /** One as it is shown, by its key and as people write it. */
    public static TagResponse of(
            String hashtag,
            String name,
            List<Day> history,
            @Nullable Boolean following,
            @Nullable Boolean featuring,
            BaseUrl base) {
        String page = base.resolve("/tags/" + URLEncoder.encode(hashtag, StandardCharsets.UTF_8));
        return new TagResponse(hashtag, name, page, history, following, featuring);
    }
}
