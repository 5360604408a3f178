package io.microblog.user.settings;

import java.util.Optional;

import io.microblog.kit.problem.FieldProblem;
import io.microblog.user.block.EmailBlocks;
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

/** Changes what people sign in with. Each change asks for the present password: a session alone may be a borrowed one. */
@Service
class CredentialChanges {

    private final LoginService logins;
    private final SecurityMails mails;
    private final Limits limits;
    private final SessionService sessions;
    private final AuthorizationService authorizations;
    private final EmailChanges emails;
    private final EmailBlocks blocks;
    private final TransactionTemplate transaction;

    CredentialChanges(
            LoginService logins,
            SecurityMails mails,
            Limits limits,
            SessionService sessions,
            AuthorizationService authorizations,
            EmailChanges emails,
            EmailBlocks blocks,
            TransactionTemplate transaction) {
        this.logins = logins;
        this.mails = mails;
        this.limits = limits;
        this.sessions = sessions;
        this.authorizations = authorizations;
        this.emails = emails;
        this.blocks = blocks;
        this.transaction = transaction;
    }

    /**
     * Sets another password and ends the other sessions.
     *
     * @param sessionId of the session that goes on
     * @param appsToo whether apps have to be authorised anew
     * @return the key of what is wrong; empty when all is well
     * @throws io.microblog.kit.problem.TooManyRequests after too many wrong passwords
     */
    Optional<String> changePassword(long account, String present, String next, boolean appsToo, String sessionId) {
        if (!isOwner(account, present)) {
            return Optional.of("settings.wrong_password");
        }
        Optional<FieldProblem> problem = logins.problemOf(next, account);
        if (problem.isPresent()) {
            return problem.map(found -> "problem.password." + found.error());
        }
        String hash = logins.hash(next);
        transaction.executeWithoutResult(status -> {
            logins.changePassword(account, hash);
            sessions.endOthers(account, sessionId);
            if (appsToo) {
                authorizations.revokeAll(account);
            }
            mails.send(LetterKind.PASSWORD_CHANGE, account, "");
        });
        return Optional.empty();
    }

    /**
     * Begins a change of address.
     *
     * @return the key of what is wrong; empty when letters are on their way
     * @throws io.microblog.kit.problem.TooManyRequests after too many wrong passwords, or mails to the address
     */
    Optional<String> changeEmail(long account, String present, String address) {
        String email = EmailAddress.canonical(address);
        if (!isOwner(account, present)) {
            return Optional.of("settings.wrong_password");
        }
        if (!EmailAddress.isValid(email) || email.equals(logins.emailOf(account))) {
            return Optional.of("problem.email.ERR_INVALID");
        }
        if (blocks.refuses(email)) {
            return Optional.of("problem.email.ERR_BLOCKED");
        }
        limits.take(Limit.MAILS, email);
        limits.take(Limit.MAILS, logins.emailOf(account));
        emails.begin(account, email);
        return Optional.empty();
    }

    private boolean isOwner(long account, String password) {
        String subject = "settings " + account;
        limits.slow(Limit.PASSWORDS, subject);
        boolean right = logins.isPassword(account, password);
        if (right) {
            limits.reset(Limit.PASSWORDS, subject);
        }
        return right;
    }
}
