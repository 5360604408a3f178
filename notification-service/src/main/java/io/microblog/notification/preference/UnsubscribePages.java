package io.microblog.notification.preference;

import java.util.Locale;

import io.microblog.notification.account.Contacts;
import io.microblog.notification.language.Isolation;
import io.microblog.notification.language.Languages;
import io.microblog.notification.preference.UnsubscribeLinks.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words the page in the language of whom the mail went to. */
@Component
class UnsubscribePages {

    private final MessageSource messages;
    private final Contacts contacts;
    private final String title;

    /** @param title the server's name */
    UnsubscribePages(MessageSource messages, Contacts contacts, @Value("${microblog.instance.title}") String title) {
        this.messages = messages;
        this.contacts = contacts;
        this.title = title;
    }

    UnsubscribePage ask(Target target, String token) {
        return page(target, token, "ask", "unsubscribe.button");
    }

    UnsubscribePage stopped(Target target, String token) {
        return page(target, token, "stopped", "unsubscribe.undo");
    }

    UnsubscribePage resumed(Target target, String token) {
        return page(target, token, "resumed", null);
    }

    UnsubscribePage invalid(Locale requested) {
        Locale locale = Languages.of(requested.toLanguageTag());
        return new UnsubscribePage(
                locale,
                title,
                say(locale, "unsubscribe.title"),
                say(locale, "unsubscribe.invalid"),
                null,
                false,
                "",
                "");
    }

    private UnsubscribePage page(Target target, String token, String state, @Nullable String button) {
        Locale locale = Languages.of(contacts.localeOf(target.accountId()).orElse("en"));
        return new UnsubscribePage(
                locale,
                title,
                say(locale, "unsubscribe.title"),
                say(locale, "unsubscribe." + state + "." + target.key()),
                button == null ? null : say(locale, button),
                state.equals("stopped"),
                token,
                say(locale, "unsubscribe.choices"));
    }

    private String say(Locale locale, String key) {
        return messages.getMessage(key, new Object[] {Isolation.of(title, locale)}, locale);
    }
}
