package io.microblog.user.password;

import java.util.Optional;
import java.util.UUID;

import io.microblog.kit.problem.FieldProblem;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Standing;
import io.microblog.user.letter.LetterKind;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.login.EmailAddress;
import io.microblog.user.login.LoginService;
import io.microblog.user.oauth.AuthorizationService;
import io.microblog.user.session.SessionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people who can read an account's mail choose a new password for it, once for each letter. */
@Service
public class PasswordResetService {

    private final LoginService logins;
    private final AccountService accounts;
    private final SecurityMails mails;
    private final Limits limits;
    private final SessionService sessions;
    private final AuthorizationService authorizations;
    private final TransactionTemplate transaction;

    PasswordResetService(
            LoginService logins,
            AccountService accounts,
            SecurityMails mails,
            Limits limits,
            SessionService sessions,
            AuthorizationService authorizations,
            TransactionTemplate transaction) {
        this.logins = logins;
        this.accounts = accounts;
        this.mails = mails;
        this.limits = limits;
        this.sessions = sessions;
        this.authorizations = authorizations;
        this.transaction = transaction;
    }

    /** What came of a new password. */
    sealed interface Outcome {
        /** It holds. */
        record Changed() implements Outcome {}

        /** The link is wrong, used or too old. */
        record InvalidLink() implements Outcome {}

        /** The password cannot be. */
        record Refused(FieldProblem problem) implements Outcome {}
    }

    /**
     * Has a letter sent to an address, if it has an account. Whether it has cannot be told from the answer or its time.
     *
     * @throws io.microblog.kit.problem.TooManyRequests when the peer or the address has had too many
     */
    void request(String address, String peer) {
        String email = EmailAddress.canonical(address);
        limits.take(Limit.LETTERS, peer);
        limits.take(Limit.MAILS, email);
        Optional<Long> account = logins.identify(email.contains("@") ? email : "@")
                .filter(id -> !accounts.standingOf(id).map(Standing::closed).orElse(true));
        transaction.executeWithoutResult(status -> account.ifPresentOrElse(
                id -> mails.send(LetterKind.PASSWORD_RESET, id, ""), () -> mails.pretend(LetterKind.PASSWORD_RESET)));
    }

    /** Has a letter sent to the owner of an account, on an administrator's word. */
    public void requestFor(long accountId) {
        transaction.executeWithoutResult(status -> mails.send(LetterKind.PASSWORD_RESET, accountId, ""));
    }

    /** Whether a link still works. */
    boolean isGood(String token) {
        return owner(token).isPresent();
    }

    /** Sets the password, and ends everything that was done with the old one. */
    Outcome choose(String token, String password) {
        Optional<Long> owner = owner(token);
        if (owner.isEmpty()) {
            return new Outcome.InvalidLink();
        }
        long account = owner.get();
        Optional<FieldProblem> problem = logins.problemOf(password, account);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        String hash = logins.hash(password);
        UUID letter = mails.read(LetterKind.PASSWORD_RESET, token).orElseThrow();
        boolean changed = Boolean.TRUE.equals(transaction.execute(status -> change(account, letter, hash)));
        return changed ? new Outcome.Changed() : new Outcome.InvalidLink();
    }

    private boolean change(long account, UUID letter, String hash) {
        if (!mails.use(letter)) {
            return false;
        }
        logins.changePassword(account, hash);
        sessions.endAll(account);
        authorizations.revokeAll(account);
        mails.send(LetterKind.PASSWORD_CHANGE, account, "");
        limits.reset(Limit.PASSWORDS, Long.toString(account));
        return true;
    }

    private Optional<Long> owner(String token) {
        return mails.read(LetterKind.PASSWORD_RESET, token).flatMap(id -> mails.ownerOf(LetterKind.PASSWORD_RESET, id));
    }
}
