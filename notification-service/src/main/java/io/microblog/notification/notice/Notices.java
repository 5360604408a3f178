package io.microblog.notification.inbox;

import io.microblog.notification.mail.MailRequests;
import io.microblog.notification.mail.Template;
import org.springframework.stereotype.Component;

/**
 * Decides once, for every channel, whether a person is told: not by whom either of the two has silenced, not of a deleted
 * post, and not of events older than a day. Inbox and mail hear of a notice from here alone, in one transaction.
 */
@Component
class Notices {

    private final BlockReplica blocks;
    private final PostTombstones tombstones;
    private final Inbox inbox;
    private final NotificationRepository notifications;
    private final MailRequests mails;

    Notices(
            BlockReplica blocks,
            PostTombstones tombstones,
            Inbox inbox,
            NotificationRepository notifications,
            MailRequests mails) {
        this.blocks = blocks;
        this.tombstones = tombstones;
        this.inbox = inbox;
        this.notifications = notifications;
        this.mails = mails;
    }

    /** Tells of it, or shows it again where it was withdrawn and is the case once more. */
    void tell(Notice notice) {
        if (isUnwanted(notice)) {
            return;
        }
        if (notice.cause().isFresh() && inbox.add(notice)) {
            requestMail(notice);
        } else {
            notifications.restore(notice.recipient(), notice.type(), notice.subject());
        }
    }

    private boolean isUnwanted(Notice notice) {
        Long post = notice.post();
        return (post != null && tombstones.contains(post)) || blocks.silence(notice.recipient(), notice.from());
    }

    private void requestMail(Notice notice) {
        Template mail = notice.mail();
        if (mail != null) {
            mails.request(notice.cause().id(), notice.recipient(), mail, notice.from(), notice.post());
        }
    }
}
