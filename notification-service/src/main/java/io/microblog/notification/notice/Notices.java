package io.microblog.notification.notice;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import io.microblog.notification.mail.MailRequests;
import io.microblog.notification.mail.MailRequests.News;
import io.microblog.notification.mail.Template;
import io.microblog.notification.notice.Inbox.Told;
import io.microblog.notification.notice.Recipients.Recipient;
import io.microblog.notification.push.PushRequests;
import org.springframework.stereotype.Component;

/**
 * Decides once, for every channel, who is told: not by whom either of the two has silenced or whom the recipient's policy
 * keeps out, not of a deleted post, and not of events older than a day. Inbox, mail and push hear of a notice from here
 * alone, in one transaction; what a policy sets apart or a muted thread tells goes to no other channel than the inbox.
 */
@Component
class Notices {

    private final Recipients recipients;
    private final PostTombstones tombstones;
    private final Inbox inbox;
    private final Removals removals;
    private final MailRequests mails;
    private final PushRequests pushes;

    Notices(
            Recipients recipients,
            PostTombstones tombstones,
            Inbox inbox,
            Removals removals,
            MailRequests mails,
            PushRequests pushes) {
        this.recipients = recipients;
        this.tombstones = tombstones;
        this.inbox = inbox;
        this.removals = removals;
        this.mails = mails;
        this.pushes = pushes;
    }

    /** Tells these people of it, or shows it again where it was withdrawn and is the case once more. */
    void tell(Notice notice, Collection<Long> concerned) {
        Long post = notice.postId();
        if (concerned.isEmpty() || (post != null && tombstones.contains(post))) {
            return;
        }
        List<Recipient> listeners = recipients.of(notice, concerned);
        List<Told> told = notice.cause().isFresh() ? inbox.add(notice, listeners) : List.of();
        Set<Long> fresh = told.stream().map(Told::recipient).collect(Collectors.toSet());
        removals.restore(
                listeners.stream()
                        .map(Recipient::id)
                        .filter(id -> !fresh.contains(id))
                        .toList(),
                notice.type(),
                notice.subject());
        List<Told> heard = told.stream().filter(Told::heard).toList();
        requestMails(notice, heard);
        pushes.request(heard.stream().map(Told::id).toList());
    }

    /**
     * Tells many people of it, some at a time.
     *
     * @param batch those above an id, in the order of their ids; none at the end
     * @param others who are not told
     */
    void tellAll(Notice notice, LongFunction<List<Long>> batch, Set<Long> others) {
        List<Long> next = batch.apply(0);
        while (!next.isEmpty()) {
            tell(
                    notice,
                    next.stream().filter(person -> !others.contains(person)).toList());
            next = batch.apply(next.getLast());
        }
    }

    private void requestMails(Notice notice, List<Told> heard) {
        Template mail = notice.mail();
        if (mail != null) {
            mails.request(
                    new News(notice.cause().id(), mail, notice.from(), notice.postId(), notice.threadId()),
                    heard.stream().collect(Collectors.toMap(Told::recipient, Told::id)));
        }
    }
}
