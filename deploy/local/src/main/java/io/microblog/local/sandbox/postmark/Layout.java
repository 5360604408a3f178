package io.microblog.local.sandbox.postmark;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import io.microblog.local.sandbox.http.Page;

import static io.microblog.local.sandbox.http.Page.escape;

/** The frame around every page of the inbox. */
final class Layout {

    private static final String TEMPLATE = Page.resource(Layout.class, "layout.html");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Layout() {}

    /**
     * A whole page.
     *
     * @param title plain text
     * @param query what stands in the search box, plain text
     * @param main HTML
     */
    static String page(String title, String query, String main) {
        return TEMPLATE.formatted(escape(title), escape(query), main);
    }

    /** A time in UTC, which the script turns into the reader's own. */
    static String time(Instant instant) {
        return "<time datetime=\"" + instant + "\">" + UTC.format(instant) + "</time>";
    }
}
