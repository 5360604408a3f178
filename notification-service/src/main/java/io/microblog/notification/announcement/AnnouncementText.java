package io.microblog.notification.announcement;

import java.util.List;

/**
 * What an announcement says in one language.
 *
 * @param language ISO 639 code
 * @param source Markdown, as it was written
 * @param html the same, sanitised
 * @param plain the same without markup
 * @param mentions whom it names
 * @param hashtags normalised names without the hash sign
 */
public record AnnouncementText(
        String language, String source, String html, String plain, List<Named> mentions, List<String> hashtags) {

    /** Somebody whom it names. */
    public record Named(long accountId, String username) {}
}
