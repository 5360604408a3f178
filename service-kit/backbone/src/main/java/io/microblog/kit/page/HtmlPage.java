package io.microblog.kit.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads a page as a browser does that runs nothing: in the character set that the sender or the page itself names. */
public final class HtmlPage {

    private HtmlPage() {}

    /** The page's elements, whose addresses are read from where it was found. */
    public static Document parse(FetchedFile page) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.bytes()),
                    page.charset(),
                    page.address().toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
