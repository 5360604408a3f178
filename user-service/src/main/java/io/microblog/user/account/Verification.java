package io.microblog.user.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

import io.microblog.event.AccountEvent.UserProfileUpdated;
import io.microblog.kit.event.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to verify of profiles, and what was. */
@Service
public class Verification {

    private final AccountRepository accounts;
    private final Outbox outbox;

    Verification(AccountRepository accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** What is not verified of a profile; empty when the account is gone or closed. */
    public Optional<LinkedProfile> find(long accountId) {
        return accounts.findById(accountId)
                .filter(account -> !account.isClosed())
                .map(account -> new LinkedProfile(
                        account.toState().username(),
                        account.settings().fields().stream()
                                .filter(field -> field.verifiedAt() == null)
                                .map(ProfileField::value)
                                .toList()));
    }

    /** Marks values as verified, those that are still there. */
    @Transactional
    public void verified(long accountId, Set<String> values) {
        accounts.findForUpdate(accountId)
                .filter(account -> !account.isErased())
                .filter(account -> account.verify(values, Instant.now().truncatedTo(ChronoUnit.MILLIS)))
                .ifPresent(account -> outbox.append(new UserProfileUpdated(account.toState())));
    }
}
