package io.microblog.user.account;

import java.util.Objects;
import java.util.function.UnaryOperator;

import io.microblog.event.AccountEvent.UserProfileUpdated;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.portrait.PortraitChange;
import io.microblog.user.portrait.ProfileImages;
import io.microblog.user.replica.Replicas;
import io.microblog.user.role.Roles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What owners see and change of their accounts. */
@Service
class ProfileService {

    private final AccountRepository accounts;
    private final ProfileRules rules;
    private final Counters counters;
    private final Profiles profiles;
    private final Roles roles;
    private final ProfileImages images;
    private final Replicas replicas;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ProfileService(
            AccountRepository accounts,
            ProfileRules rules,
            Counters counters,
            Profiles profiles,
            Roles roles,
            ProfileImages images,
            Replicas replicas,
            Outbox outbox,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.events = events;
        this.accounts = accounts;
        this.rules = rules;
        this.counters = counters;
        this.profiles = profiles;
        this.roles = roles;
        this.images = images;
        this.replicas = replicas;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** The account with what only its owner sees. */
    CredentialAccount show(long accountId) {
        return show(accounts.findById(accountId).orElseThrow(NotFound::new));
    }

    /**
     * Changes what the owner wishes. The work on images happens before the transaction, and what concerns privacy is in
     * force everywhere afterwards, also when it was so before: somebody may be trying again.
     *
     * @throws io.microblog.kit.problem.Invalid naming the fields that cannot be as wished; nothing is changed then
     */
    CredentialAccount update(long accountId, ProfileUpdate wish) {
        PortraitChange avatar = images.avatar(accountId, wish.avatar());
        PortraitChange header = images.header(accountId, wish.header());
        CredentialAccount changed = change(accountId, avatar, header, now -> rules.apply(wish, now));
        if (wish.concernsPrivacy()) {
            replicas.enforce(
                    accounts.findById(accountId).orElseThrow(NotFound::new).toState());
        }
        return changed;
    }

    /** Takes images away. */
    CredentialAccount update(long accountId, PortraitChange avatar, PortraitChange header) {
        return change(accountId, avatar, header, now -> now);
    }

    private CredentialAccount change(
            long accountId, PortraitChange avatar, PortraitChange header, UnaryOperator<ProfileSettings> rest) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // What was asked before an account was erased may come to its row afterwards.
            Account account = accounts.findForUpdate(accountId)
                    .filter(found -> !found.isErased())
                    .orElseThrow(NotFound::new);
            ProfileSettings before = account.settings();
            if (account.change(rest.apply(before).with(avatar, header))) {
                outbox.append(new UserProfileUpdated(account.toState()));
                events.publishEvent(new ProfileChanged(accountId));
                if (before.locked() && !account.settings().locked()) {
                    events.publishEvent(new AccountUnlocked(accountId));
                }
            }
            images.settle(avatar, before.avatar());
            images.settle(header, before.header());
            return show(account);
        }));
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
                roles.of(account.id()));
    }
}
