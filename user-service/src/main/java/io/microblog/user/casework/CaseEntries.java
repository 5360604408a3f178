package io.microblog.user.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.web.Page;
import io.microblog.user.account.AccountService;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.letter.LetterKind;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.report.CaseFile;
import io.microblog.user.report.CaseText;
import io.microblog.user.report.Cases;
import io.microblog.user.role.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets moderators write notes to each other and messages to the person whom a case is about, and that person answer.
 * Moderators neither read nor write about somebody of the same or a higher role, themselves among them.
 */
@Service
class CaseEntries {

    private final CaseEntryRepository repository;
    private final Cases cases;
    private final AccountService accounts;
    private final Roles roles;
    private final Limits limits;
    private final SecurityMails mails;
    private final AuditLog log;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;

    CaseEntries(
            CaseEntryRepository repository,
            Cases cases,
            AccountService accounts,
            Roles roles,
            Limits limits,
            SecurityMails mails,
            AuditLog log,
            IdGenerator ids,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.cases = cases;
        this.accounts = accounts;
        this.roles = roles;
        this.limits = limits;
        this.mails = mails;
        this.log = log;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** A part of what was said in one's own case, the newest first. */
    List<CaseMessage> readOwn(long person, long caseId, Page page) {
        return repository.messages(cases.requireToldTo(person, caseId).id(), page);
    }

    /** Says something in one's own case. */
    CaseMessage answer(long person, long caseId, @Nullable String sent) {
        cases.requireToldTo(person, caseId);
        CaseMessage message = message(person, caseId, false, sent);
        transaction.executeWithoutResult(status -> {
            repository.add(message);
            cases.asks(caseId);
        });
        return message;
    }

    /** A part of what was said in a case, the newest first, for moderators. */
    List<CaseMessage> read(long moderator, long caseId, Page page) {
        return repository.messages(requireBelow(moderator, caseId).id(), page);
    }

    /** Writes to the person whom a case is about, who is mailed the same. */
    CaseMessage write(long moderator, long caseId, @Nullable String sent) {
        CaseFile file = requireBelow(moderator, caseId);
        CaseMessage message = message(moderator, caseId, true, sent);
        transaction.executeWithoutResult(status -> {
            repository.add(message);
            cases.isAnswered(caseId);
            mails.send(LetterKind.MODERATOR_MESSAGE, file.targetId(), message.text());
            log.note(moderator, AuditedAction.WRITE_MESSAGE, file.targetId(), message.id(), "");
        });
        return message;
    }

    /** A part of the notes about somebody, the newest first. */
    List<CaseNote> notes(long moderator, long target, Page page) {
        requireAbove(moderator, target);
        return repository.notes(target, page);
    }

    /**
     * Writes one.
     *
     * @param caseId the case that it is written in, if any
     * @throws Invalid naming the field that cannot be
     */
    CaseNote note(long moderator, long target, @Nullable Long caseId, @Nullable String sent) {
        requireAbove(moderator, target);
        if (caseId != null && cases.require(caseId).targetId() != target) {
            throw Invalid.field("case_id", "ERR_INVALID", "is not about this account");
        }
        String text = CaseText.require(sent);
        limits.take(Limit.MESSAGES, String.valueOf(moderator));
        CaseNote note = new CaseNote(ids.next(), target, caseId, moderator, text, now());
        transaction.executeWithoutResult(status -> {
            repository.add(note);
            log.note(moderator, AuditedAction.WRITE_NOTE, target, note.id(), "");
        });
        return note;
    }

    private CaseMessage message(long author, long caseId, boolean byModerator, @Nullable String sent) {
        String text = CaseText.require(sent);
        limits.take(Limit.MESSAGES, String.valueOf(author));
        return new CaseMessage(ids.next(), caseId, author, byModerator, text, now());
    }

    private CaseFile requireBelow(long moderator, long caseId) {
        CaseFile file = cases.require(caseId);
        roles.requireAbove(moderator, file.targetId());
        return file;
    }

    private void requireAbove(long moderator, long target) {
        accounts.require(target);
        roles.requireAbove(moderator, target);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
