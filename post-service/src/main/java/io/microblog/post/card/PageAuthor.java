package io.microblog.post.card;

import java.net.URI;

import io.microblog.kit.page.PageFetcher;

/**
 * Who wrote a page, in the page's own words.
 *
 * @param name empty when it does not say
 * @param url where the author is found; empty when it does not say
 */
record PageAuthor(String name, String url) {

    static final PageAuthor NONE = new PageAuthor("", "");

    private static final int MAX_URL = 2048;

    /** What a stranger says, made fit for a card. */
    static PageAuthor of(String name, String url) {
        return new PageAuthor(
                CardText.name(name),
                PageFetcher.address(url)
                        .map(URI::toString)
                        .filter(address -> address.length() <= MAX_URL)
                        .orElse(""));
    }

    boolean isNamed() {
        return !name.isEmpty();
    }
}
