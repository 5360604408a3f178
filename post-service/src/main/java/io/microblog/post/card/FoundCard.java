package io.microblog.post.card;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.microblog.kit.media.MediaKey;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself. Texts are without markup; what it does not say is empty.
 *
 * @param page its address after redirects
 * @param isPhoto whether it is all about its image
 * @param title never empty
 * @param language ISO 639 code; null when it does not say
 * @param author in words
 * @param creator user name in lower case of the account of this server that it names as its author
 * @param image as it is kept here
 */
record FoundCard(
        URI page,
        boolean isPhoto,
        String title,
        String description,
        @Nullable String language,
        PageAuthor author,
        String providerName,
        String providerUrl,
        @Nullable Instant publishedAt,
        @Nullable String creator,
        @Nullable Image image) {

    /**
     * An image of our own.
     *
     * @param description for those who do not see it; empty without one
     */
    record Image(MediaKey key, int width, int height, String description, String blurhash) {}

    /** The host of the page and all domains above it. */
    List<String> domains() {
        var domains = new ArrayList<String>();
        String domain = page.getHost().toLowerCase(Locale.ROOT);
        while (domain.contains(".")) {
            domains.add(domain);
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return domains;
    }
}
