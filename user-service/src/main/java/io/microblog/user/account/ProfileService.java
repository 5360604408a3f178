package io.microblog.user.account;

import io.microblog.event.AccountEvent.UserProfileUpdated;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners see and change of their accounts. */
@Service
class ProfileService {

    private final AccountRepository accounts;
    private final ProfileRules rules;
    private final Counters counters;
    private final Profiles profiles;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    ProfileService(
            AccountRepository accounts,
            ProfileRules rules,
            Counters counters,
            Profiles profiles,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.events = events;
        this.accounts = accounts;
        this.rules = rules;
        this.counters = counters;
        this.profiles = profiles;
        this.outbox = outbox;
    }

    /** The account with what only its owner sees. */
    CredentialAccount show(long accountId) {
        return show(accounts.findById(accountId).orElseThrow(NotFound::new));
    }

    /**
     * Changes what the owner wishes.
     *
     * @throws io.microblog.kit.problem.Invalid naming the fields that cannot be as wished; nothing is changed then
     */
    @Transactional
    public CredentialAccount update(long accountId, ProfileUpdate wish) {
        Account account = accounts.findForUpdate(accountId).orElseThrow(NotFound::new);
        if (account.change(rules.apply(wish, account.settings()))) {
            outbox.append(new UserProfileUpdated(account.toState()));
            events.publishEvent(new ProfileChanged(accountId));
        }
        return show(account);
    }

    /** What the owner's clients set themselves up with. */
    ProfileSettings settings(long accountId) {
        return accounts.findById(accountId).orElseThrow(NotFound::new).settings();
    }

    private CredentialAccount show(Account account) {
        return CredentialAccount.of(
                profiles.show(account.toState()),
                account.settings(),
                counters.requestsOf(account.id()),
                account.standing().role());
    }
}
