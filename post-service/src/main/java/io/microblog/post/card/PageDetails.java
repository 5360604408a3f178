package io.microblog.post.card;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.web.BaseUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a page says: Open Graph (ogp.me) before Twitter's names before HTML's own.
 *
 * @param document whose addresses are read from where it was found
 * @param metas the first content of each name or property, which are in lower case
 */
record PageDetails(Document document, Map<String, String> metas) {

    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})(?:[-_].*)?");
    private static final Pattern HANDLE = Pattern.compile("@?([A-Za-z0-9_]{1,30})@([^@/]+)");

    static PageDetails of(Document document) {
        var metas = new HashMap<String, String>();
        for (Element meta : document.select("meta[content]")) {
            String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
            if (!meta.attr("content").isBlank()) {
                metas.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), meta.attr("content"));
            }
        }
        return new PageDetails(document, metas);
    }

    String title() {
        String said = first("og:title", "twitter:title");
        return CardText.title(said.isEmpty() ? document.title() : said);
    }

    String description() {
        return CardText.description(first("og:description", "description", "twitter:description"));
    }

    String siteName() {
        return CardText.name(first("og:site_name"));
    }

    /** Some sites name the author by an address, which is no name. */
    PageAuthor author() {
        String said = first("author", "article:author");
        return PageFetcher.address(said).isPresent() ? PageAuthor.NONE : PageAuthor.of(said, "");
    }

    @Nullable
    String language() {
        Element html = document.selectFirst("html[lang]");
        Matcher language = LANGUAGE.matcher(
                html == null ? first("og:locale") : html.attr("lang").strip());
        return language.matches() ? language.group(1).toLowerCase(Locale.ROOT) : null;
    }

    @Nullable
    Instant publishedAt() {
        try {
            return OffsetDateTime.parse(first("article:published_time").strip()).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    Optional<URI> image() {
        return address(first("og:image:secure_url", "og:image", "og:image:url", "twitter:image"));
    }

    String imageDescription() {
        return CardText.description(first("og:image:alt", "twitter:image:alt"));
    }

    /** Where the page describes itself by oEmbed (oembed.com). */
    Optional<URI> oEmbed() {
        Element link = document.selectFirst("link[type=application/json+oembed][href]");
        return link == null ? Optional.empty() : address(link.attr("href"));
    }

    /** The account of this server that the page names as its author, in lower case. */
    @Nullable
    String creator(BaseUrl base) {
        Matcher handle = HANDLE.matcher(first("fediverse:creator").strip());
        return handle.matches() && handle.group(2).equalsIgnoreCase(base.authority())
                ? handle.group(1).toLowerCase(Locale.ROOT)
                : null;
    }

    private Optional<URI> address(String said) {
        try {
            return said.isBlank()
                    ? Optional.empty()
                    : PageFetcher.address(URI.create(document.location())
                            .resolve(said.strip())
                            .toString());
        } catch (IllegalArgumentException noAddress) {
            return PageFetcher.address(said);
        }
    }

    private String first(String... names) {
        for (String name : names) {
            String said = metas.get(name);
            if (said != null) {
                return said;
            }
        }
        return "";
    }
}
