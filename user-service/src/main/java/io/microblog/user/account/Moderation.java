package io.microblog.user.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.microblog.event.AccountEvent.UserErased;
import io.microblog.event.AccountEvent.UserReinstated;
import io.microblog.event.AccountEvent.UserRestricted;
import io.microblog.event.AccountEvent.UserSuspended;
import io.microblog.event.AccountState;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.portrait.PortraitChange;
import io.microblog.user.portrait.ProfileImages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes, restricts or erases accounts, undoes what can be undone, and appoints. Nothing is done about an erased one. */
@Service
public class Moderation {

    private final AccountRepository accounts;
    private final Outbox outbox;
    private final SecurityMails mails;
    private final ProfileImages images;
    private final ApplicationEventPublisher events;

    Moderation(
            AccountRepository accounts,
            Outbox outbox,
            SecurityMails mails,
            ProfileImages images,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.mails = mails;
        this.images = images;
        this.events = events;
    }

    /**
     * Has other changes of an account wait until this one is done.
     *
     * @throws NotFound when there is no such account
     * @throws NotAllowed when it was erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long accountId) {
        require(accountId);
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
            events.publishEvent(new AccountReinstated(accountId));
        }
    }

    /**
     * Deletes all that a closed account holds: here at once, elsewhere as soon as the event is heard. Who it was can be told
     * by its name alone, which nobody else gets.
     *
     * @throws NotFound when there is no such account
     * @throws NotAllowed when it is open, or was erased before
     */
    @Transactional
    public void erase(long accountId) {
        Account account = require(accountId);
        if (!account.isSuspended()) {
            throw new NotAllowed();
        }
        ProfileSettings before = account.settings();
        images.settle(PortraitChange.REMOVAL, before.avatar());
        images.settle(PortraitChange.REMOVAL, before.header());
        mails.forget(accountId);
        account.erase(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        outbox.append(new UserErased(account.toState()));
        events.publishEvent(new AccountErased(accountId));
    }

    /**
     * Keeps an account from those who do not follow it, or lets it before everybody again; those who had to ask to follow
     * it in between do so then.
     *
     * @throws NotFound when there is no such account
     */
    @Transactional
    public void limit(long accountId, boolean kept) {
        Account account = require(accountId);
        if (account.limit(kept)) {
            AccountState state = account.toState();
            outbox.append(new UserRestricted(state));
            if (!kept && !state.locked()) {
                events.publishEvent(new AccountUnlocked(accountId));
            }
        }
    }

    /**
     * Has all that an account posts count as sensitive, or only what its owner calls so.
     *
     * @throws NotFound when there is no such account
     */
    @Transactional
    public void sensitize(long accountId, boolean all) {
        Account account = require(accountId);
        if (account.sensitize(all)) {
            outbox.append(new UserRestricted(account.toState()));
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
        Account account = accounts.findForUpdate(accountId).orElseThrow(NotFound::new);
        if (account.isErased()) {
            throw new NotAllowed();
        }
        return account;
    }
}
