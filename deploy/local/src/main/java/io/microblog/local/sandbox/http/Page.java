package io.microblog.local.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** HTML for people: escaping, files beside a class, and the headers that keep a page from loading anything else. */
public final class Page {

    private static final String OWN_FILES_ONLY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Page() {}

    /** A page that may load scripts, styles and frames from its own server only. */
    public static Reply reply(int status, String html) {
        return secured(Reply.html(status, html), OWN_FILES_ONLY);
    }

    /** Adds a content security policy and forbids sniffing, caching and referrers. */
    public static Reply secured(Reply reply, String contentSecurityPolicy) {
        return reply.with("Content-Security-Policy", contentSecurityPolicy)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    /** Makes text safe between tags and inside quoted attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A text file that lies beside the class. */
    public static String resource(Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No resource " + name + " beside " + beside);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
