package io.microblog.notification.mail.compose;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.announcement.AnnouncementText;
import io.microblog.notification.mail.Template;
import org.springframework.web.util.HtmlUtils;

/**
 * Of whom and of what a letter tells that tells of nothing.
 *
 * @param name of the reader and of everybody else
 * @param words that somebody wrote
 * @param detail the device or the address of which security letters tell
 */
record Sample(Locale locale, String name, String words, String detail) {

    Letters.Reader reader() {
        return new Letters.Reader(name, locale.toLanguageTag());
    }

    /** Something that people did. */
    NewsItem item(Template template, boolean own, int people) {
        boolean ofPost = template != Template.FOLLOW && template != Template.FOLLOW_REQUEST;
        List<KnownAccount> actors = LongStream.rangeClosed(1, people)
                .mapToObj(id -> new KnownAccount(id, "sample" + id, name, false))
                .toList();
        return new NewsItem(actors, ofPost ? words : null, "/@sample1" + (ofPost ? "/1" : ""), own);
    }

    AnnouncementText announcement() {
        String html = "<p>" + HtmlUtils.htmlEscape(words, "UTF-8") + "</p>";
        return new AnnouncementText(locale.getLanguage(), words, html, words, List.of(), List.of());
    }
}
