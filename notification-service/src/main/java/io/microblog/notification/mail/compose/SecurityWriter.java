package io.microblog.notification.mail.compose;

import java.time.ZoneId;
import java.util.Objects;

import io.microblog.internal.SecurityMail;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.compose.Composition.Ready;
import io.microblog.notification.mail.provider.Mail;
import org.springframework.stereotype.Component;

/** Writes the mails that prove something. They can be neither switched off nor answered by a machine. */
@Component
class SecurityWriter {

    private final Letters letters;
    private final BaseUrl base;
    private final MailHeaders headers;

    SecurityWriter(Letters letters, BaseUrl base, MailHeaders headers) {
        this.letters = letters;
        this.base = base;
        this.headers = headers;
    }

    Composition write(Delivery delivery, SecurityMail mail) {
        if (!mail.link().startsWith(base.resolve("/"))) {
            throw new IllegalStateException("A security mail's link must not lead elsewhere");
        }
        var reader = new Letters.Reader("@" + mail.username(), mail.locale());
        String key = delivery.template().key() + (isToNextAddress(mail) ? ".next" : "");
        var matter = new Letters.Matter(
                mail.link(),
                mail.expiresAt(),
                mail.occurredAt(),
                mail.detail(),
                mail.strike() == null ? null : mail.strike().endsAt(),
                ZoneId.of(Objects.requireNonNullElse(mail.timeZone(), "UTC")));
        Letter letter = letters.security(key, reader, matter);
        return new Ready(new Mail(
                delivery.id(),
                mail.email(),
                letter.subject(),
                letter.text(),
                letter.html(),
                delivery.template().key(),
                headers.required()));
    }

    private static boolean isToNextAddress(SecurityMail mail) {
        return mail.email().equals(mail.detail());
    }
}
