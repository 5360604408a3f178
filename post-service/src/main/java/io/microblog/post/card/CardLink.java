package io.microblog.post.card;

import java.net.URI;
import java.util.Optional;

import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.security.Sha256;
import io.microblog.kit.web.BaseUrl;
import org.jsoup.Jsoup;

/**
 * The address of which a post shows a card.
 *
 * @param url without a fragment
 */
record CardLink(String url) {

    /** Longer ones get no card. */
    private static final int MAX_LENGTH = 2048;

    /** What the links of posts to elsewhere have, unlike those to people and hashtags. */
    private static final String ELSEWHERE = "rel=\"nofollow";

    private static final String ANCHORS = "a[href]:not(.mention)";

    /** Whether a post of this HTML may have one at all: much cheaper than to look. */
    static boolean mayBeIn(String html) {
        return html.contains(ELSEWHERE);
    }

    /** The first link of a post to another site; empty when it has none. */
    static Optional<CardLink> firstOf(String html, BaseUrl base) {
        return mayBeIn(html)
                ? Jsoup.parseBodyFragment(html).select(ANCHORS).stream()
                        .flatMap(anchor -> PageFetcher.address(anchor.attr("href")).stream())
                        .filter(address -> !base.authority().equalsIgnoreCase(address.getRawAuthority()))
                        .map(CardLink::withoutFragment)
                        .filter(url -> url.length() <= MAX_LENGTH)
                        .findFirst()
                        .map(CardLink::new)
                : Optional.empty();
    }

    private static String withoutFragment(URI address) {
        String url = address.toString();
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** What it is found by: nobody finds two addresses with the same. */
    byte[] key() {
        return Sha256.bytes(url);
    }
}
