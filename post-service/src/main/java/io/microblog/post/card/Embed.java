package io.microblog.post.card;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.page.FetchedFile;
import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.page.WantedFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself by oEmbed (oembed.com). HTML of others is never let in, so that a video is a link.
 *
 * @param photo the image that the page is all about; null when it is about something else
 * @param thumbnail null without one
 */
record Embed(
        String title,
        PageAuthor author,
        String providerName,
        String providerUrl,
        @Nullable URI photo,
        @Nullable URI thumbnail) {

    static final WantedFile WANTED =
            new WantedFile(List.of("application/json", "application/json+oembed", "text/json"), 1 << 18, false);

    static final Embed NONE = new Embed("", PageAuthor.NONE, "", "", null, null);

    /** Nothing when it is not what it should be. */
    static Embed of(FetchedFile file) {
        try {
            return of(JsonMapper.shared().readTree(file.bytes()));
        } catch (JacksonException malformed) {
            return NONE;
        }
    }

    private static Embed of(JsonNode json) {
        return new Embed(
                CardText.title(text(json, "title")),
                PageAuthor.of(text(json, "author_name"), text(json, "author_url")),
                CardText.name(text(json, "provider_name")),
                address(json, "provider_url").map(URI::toString).orElse(""),
                text(json, "type").equals("photo") ? address(json, "url").orElse(null) : null,
                address(json, "thumbnail_url").orElse(null));
    }

    private static Optional<URI> address(JsonNode json, String name) {
        return PageFetcher.address(text(json, name))
                .filter(uri -> uri.toString().length() <= 2048);
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : "";
    }
}
