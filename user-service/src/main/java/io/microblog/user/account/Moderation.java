package io.microblog.user.account;

import java.time.Instant;

import io.microblog.event.AccountEvent.UserReinstated;
import io.microblog.event.AccountEvent.UserSuspended;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.letter.SecurityMails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes accounts, opens them again, and appoints. */
@Service
public class Moderation {

    private final AccountRepository accounts;
    private final Outbox outbox;
    private final SecurityMails mails;

    Moderation(AccountRepository accounts, Outbox outbox, SecurityMails mails) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.mails = mails;
    }

    /**
     * Closes an account: open links to it end, the event voids its credentials and hides what it wrote. Again it changes
     * nothing.
     *
     * @throws NotFound when there is no such account
     */
    @Transactional
    public void suspend(long accountId) {
        Account account = require(accountId);
        if (account.suspend(true)) {
            mails.endLinks(accountId);
            outbox.append(new UserSuspended(account.toState()));
        }
    }

    /** Opens it again. */
    @Transactional
    public void reinstate(long accountId) {
        Account account = require(accountId);
        if (account.suspend(false)) {
            outbox.append(new UserReinstated(account.toState()));
        }
    }

    /** Closes an account to its owner: sessions and tokens do nothing until it is enabled again. What it wrote stays. */
    @Transactional
    public void disable(long accountId) {
        require(accountId).disable(true);
        mails.endLinks(accountId);
        outbox.append(new SessionsRevoked(accountId, null, Instant.now()));
    }

    /** Opens it to its owner again. */
    @Transactional
    public void enable(long accountId) {
        require(accountId).disable(false);
    }

    /** Gives the person another role, or none. Tokens issued before do not know of it, so they are issued anew. */
    @Transactional
    public void appoint(long accountId, @Nullable Long roleId) {
        require(accountId).appoint(roleId);
        outbox.append(new SessionsRevoked(accountId, null, Instant.now()));
    }

    private Account require(long accountId) {
        return accounts.findForUpdate(accountId).orElseThrow(NotFound::new);
    }
}
