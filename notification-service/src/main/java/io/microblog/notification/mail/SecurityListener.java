package io.microblog.notification.mail;

import io.microblog.event.SecurityEvent;
import io.microblog.event.SecurityEvent.AccountSanctioned;
import io.microblog.event.SecurityEvent.AppealDecided;
import io.microblog.event.SecurityEvent.EmailChangeRequested;
import io.microblog.event.SecurityEvent.EmailConfirmationRequested;
import io.microblog.event.SecurityEvent.LetterDue;
import io.microblog.event.SecurityEvent.ModeratorsWrote;
import io.microblog.event.SecurityEvent.PasswordChanged;
import io.microblog.event.SecurityEvent.PasswordResetRequested;
import io.microblog.event.SecurityEvent.SignUpApproved;
import io.microblog.event.SecurityEvent.SignUpAttempted;
import io.microblog.event.SecurityEvent.SignedInFromNewDevice;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the mails that sign-up and sign-in need. */
@Component
class SecurityListener {

    private final MailRequests mails;

    SecurityListener(MailRequests mails) {
        this.mails = mails;
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = "notification-service.security")
    @Transactional
    void on(Envelope<SecurityEvent> envelope) {
        if (envelope.isFresh() && envelope.event() instanceof LetterDue letter) {
            mails.request(envelope.id(), letter.accountId(), template(letter));
        }
    }

    private static Template template(LetterDue letter) {
        return switch (letter) {
            case EmailConfirmationRequested _ -> Template.CONFIRMATION;
            case SignUpAttempted _ -> Template.SIGN_UP_ATTEMPT;
            case SignUpApproved _ -> Template.APPROVAL;
            case PasswordResetRequested _ -> Template.PASSWORD_RESET;
            case PasswordChanged _ -> Template.PASSWORD_CHANGE;
            case EmailChangeRequested _ -> Template.EMAIL_CHANGE;
            case SignedInFromNewDevice _ -> Template.NEW_DEVICE;
            case AccountSanctioned decided -> template(decided);
            case AppealDecided decided -> decided.approved() ? Template.APPEAL_APPROVAL : Template.APPEAL_REJECTION;
            case ModeratorsWrote _ -> Template.MODERATOR_MESSAGE;
        };
    }

    private static Template template(AccountSanctioned decided) {
        return switch (decided.sanction()) {
            case "delete_statuses" -> Template.REMOVAL;
            case "sensitive" -> Template.SENSITIZING;
            case "silence" -> Template.LIMITATION;
            case "disable" -> Template.FREEZE;
            case "suspend" -> Template.SUSPENSION;
            default -> Template.WARNING;
        };
    }
}
