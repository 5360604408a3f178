package io.microblog.notification.mail.compose;

import java.util.Locale;

import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.language.Languages;
import io.microblog.notification.language.TemplateFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Writes a letter of each kind in each language with the templates and texts of whoever runs the server, so that what is
 * wrong with them is told when the service starts and not when a mail is due.
 */
@Component
final class TemplateCheck {

    /** Would be markup if a template did not escape it. */
    private static final String HOSTILE = "<i title='&'>";

    private final SampleLetters samples;
    private final BaseUrl base;
    private final TemplateFolder folder;

    /** @throws IllegalStateException when a file cannot be used; the message names it */
    TemplateCheck(SampleLetters samples, BaseUrl base, TemplateFolder folder) {
        this.samples = samples;
        this.base = base;
        this.folder = folder;
        if (folder.isUsed()) {
            samples.kinds().forEach(kind -> Languages.all().forEach(locale -> check(kind, locale)));
        }
    }

    private void check(String kind, Locale locale) {
        String link = SampleLetters.isStoppable(kind) ? base.resolve("/api/v1/mail/unsubscribe") : base.resolve("/");
        Letter letter = write(kind, new Sample(locale, HOSTILE, HOSTILE, HOSTILE));
        if (letter.html().contains(HOSTILE)) {
            throw broken("letter.html", kind, "does not escape what people write", null);
        }
        if (!letter.html().contains(HtmlUtils.htmlEscape(link, "UTF-8"))) {
            throw broken("letter.html", kind, "lacks the link that such a mail is for", null);
        }
        if (!letter.text().contains(link)) {
            throw broken("letter.txt", kind, "lacks the link that such a mail is for", null);
        }
    }

    private Letter write(String kind, Sample sample) {
        try {
            return samples.write(kind, sample);
        } catch (TemplateProcessingException e) {
            String file = MailTemplateResolver.file(String.valueOf(e.getTemplateName()));
            throw broken(file, kind, String.valueOf(e.getMessage()), e);
        }
    }

    private IllegalStateException broken(String file, String kind, String fault, @Nullable Exception cause) {
        return new IllegalStateException(
                "%s (%s) %s".formatted(folder.find(file).map(String::valueOf).orElse(file), kind, fault), cause);
    }
}
