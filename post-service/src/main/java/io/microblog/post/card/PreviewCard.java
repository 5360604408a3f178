package io.microblog.post.card;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.account.PublicAccount;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code PreviewCard} (docs.joinmastodon.org/entities/PreviewCard). Texts are plain; what the page does not say
 * is empty.
 *
 * @param url where the link leads in the end
 * @param title of the page
 * @param description of the page
 * @param language ISO 639 code
 * @param type {@code photo} when the page is all about its image, else {@code link}
 * @param authorName who wrote it
 * @param authorUrl where that author is found
 * @param providerName the site
 * @param providerUrl where the site is found
 * @param html always empty: nobody else's HTML is let in
 * @param width of the image; 0 without one
 * @param height of the image; 0 without one
 * @param image kept by this server
 * @param imageDescription for those who do not see it
 * @param embedUrl the image of a photo
 * @param blurhash a blurred impression of the image
 * @param publishedAt when the page was published
 * @param authors who wrote it, one at most
 * @param missingAttribution whether the page names the reader as its author, who does not allow its domain to; null and
 *     left out for somebody signed out
 */
public record PreviewCard(
        String url,
        String title,
        String description,
        @Nullable String language,
        String type,
        String authorName,
        String authorUrl,
        String providerName,
        String providerUrl,
        String html,
        int width,
        int height,
        @Nullable String image,
        String imageDescription,
        String embedUrl,
        @Nullable String blurhash,
        @Nullable Instant publishedAt,
        List<CardAuthor> authors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean missingAttribution) {

    /**
     * Who wrote a page.
     *
     * @param name as the page, or the account, has it
     * @param url where that author is found
     * @param account of this server; only where the page names it and it allows the page's domain to
     */
    public record CardAuthor(
            String name, String url, @Nullable PublicAccount account) {}
}
