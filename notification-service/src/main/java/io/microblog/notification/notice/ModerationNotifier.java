package io.microblog.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.microblog.event.ModerationEvent.AppealFiled;
import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.internal.SecurityMail;
import io.microblog.internal.SecurityMailApi;
import io.microblog.internal.StaffApi;
import io.microblog.internal.StaffMember;
import io.microblog.internal.ToldStrike;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Permission;
import io.microblog.notification.kind.NotificationType;
import io.microblog.notification.mail.MailRequests;
import io.microblog.notification.mail.MailRequests.News;
import io.microblog.notification.mail.Template;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells those whose role lets them deal with it of reports, appeals and sign-ups, and the owner of an account of what moderators
 * decided about it. Who has which role is asked when something happens, before the transaction: nobody is told of more than
 * they may see then, and no connection to the database waits for user-service.
 */
@Component
class ModerationNotifier {

    private final Notices notices;
    private final Warnings warnings;
    private final StaffApi staff;
    private final SecurityMailApi mails;
    private final MailRequests requests;
    private final TransactionTemplate transaction;

    ModerationNotifier(
            Notices notices,
            Warnings warnings,
            StaffApi staff,
            SecurityMailApi mails,
            MailRequests requests,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.warnings = warnings;
        this.staff = staff;
        this.mails = mails;
        this.requests = requests;
        this.transaction = transaction;
    }

    /** The first report of a case: those that join it while it is open tell nobody anew. */
    void reported(Envelope<?> cause, ReportFiled report) {
        tell(
                Notice.about(
                        report.reportId(),
                        cause,
                        NotificationType.ADMIN_REPORT,
                        Long.toString(report.caseId()),
                        report.accountId()),
                Permission.MANAGE_REPORTS,
                Set.copyOf(List.of(report.accountId(), report.targetId())));
    }

    /** By mail alone, to those who want such: the API has no notifications of appeals. */
    void appealed(Envelope<?> cause, AppealFiled appeal) {
        List<Long> told = staffWith(Permission.MANAGE_APPEALS, Set.of(appeal.targetId()));
        var news = new News(cause.id(), Template.APPEAL, appeal.targetId(), null, null);
        transaction.executeWithoutResult(_ -> requests.request(news, told));
    }

    /** Somebody's account has become usable. */
    void signedUp(Envelope<?> cause, long account) {
        tell(
                new Notice(cause, NotificationType.ADMIN_SIGN_UP, Long.toString(account), account, null, null),
                Permission.MANAGE_USERS,
                Set.of(account));
    }

    /**
     * Moderators decided something about an account, or about an appeal against that. What they say is asked for, since no
     * event holds what anybody wrote.
     */
    void decided(Envelope<?> cause, long owner) {
        try {
            SecurityMail mail = mails.mail(cause.id());
            if (mail.strike() != null) {
                ToldStrike strike = mail.strike();
                transaction.executeWithoutResult(_ -> warn(cause, owner, strike, mail.occurredAt()));
            }
        } catch (NotFound _) {
            // There is nothing to tell any more.
        }
    }

    /** As the API has it, a warning is by the very person whom it is for. */
    private void warn(Envelope<?> cause, long owner, ToldStrike strike, Instant at) {
        notices.tell(
                Notice.about(
                        warnings.add(cause.id(), strike, at),
                        cause,
                        NotificationType.MODERATION_WARNING,
                        cause.id().toString(),
                        owner),
                List.of(owner));
    }

    private void tell(Notice notice, Permission needed, Set<Long> others) {
        List<Long> told = staffWith(needed, others);
        transaction.executeWithoutResult(_ -> notices.tell(notice, told));
    }

    private List<Long> staffWith(Permission needed, Set<Long> others) {
        return staff.staff().stream()
                .filter(member -> needed.isIn(member.permissions()))
                .map(StaffMember::accountId)
                .filter(member -> !others.contains(member))
                .toList();
    }
}
