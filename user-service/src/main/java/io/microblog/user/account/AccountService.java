package io.microblog.user.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.event.AccountState;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.role.Roles;
import io.microblog.user.role.StaffRole;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts and looks them up. */
@Service
public class AccountService {

    private final AccountRepository accounts;
    private final Counters counters;
    private final WeeklyActivity activity;
    private final Roles roles;
    private final Outbox outbox;

    AccountService(AccountRepository accounts, Counters counters, WeeklyActivity activity, Roles roles, Outbox outbox) {
        this.activity = activity;
        this.roles = roles;
        this.accounts = accounts;
        this.counters = counters;
        this.outbox = outbox;
    }

    /** Opens an account. The name must be free and valid. */
    @Transactional
    public void open(long id, String username) {
        Account account = new Account(id, username, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (isFirst()) {
            account.appoint(StaffRole.OWNER);
        }
        AccountState state = accounts.saveAndFlush(account).toState();
        outbox.append(new UserRegistered(state));
        counters.open(id);
        activity.count(WeeklyActivity.Kind.REGISTRATIONS, LocalDate.now(ZoneOffset.UTC));
    }

    /** Whether there is nobody yet; of several who come first at once, one is told so. */
    private boolean isFirst() {
        return accounts.isEmpty() && accounts.lockFirst() && accounts.isEmpty();
    }

    /** The account with this name, in whatever case. */
    public Optional<Long> findId(String username) {
        return findByUsernames(List.of(username)).stream().findFirst().map(AccountState::id);
    }

    /** Whether somebody has this name, in whatever case. */
    public boolean isTaken(String username) {
        return findId(username).isPresent();
    }

    /**
     * The account that somebody means to act on or look at.
     *
     * @throws NotFound when there is none
     */
    public AccountState require(long id) {
        return accounts.findById(id).map(Account::toState).orElseThrow(NotFound::new);
    }

    /** Those of the accounts that hide whom they follow and who follows them. */
    public Set<Long> findHiding(Collection<Long> ids) {
        return accounts.findHiding(ids);
    }

    /** The accounts with these ids, in the order asked; missing ones are left out. */
    public List<AccountState> findAll(Collection<Long> ids) {
        Map<Long, AccountState> found = accounts.findAllById(ids).stream()
                .map(Account::toState)
                .collect(Collectors.toMap(AccountState::id, Function.identity()));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The accounts with these names, in whatever case and order. */
    public List<AccountState> findByUsernames(Collection<String> usernames) {
        List<String> lower =
                usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return accounts.findByUsernames(lower).stream().map(Account::toState).toList();
    }

    /** What the account may do; empty when there is no such account (any more, or yet). */
    public Optional<Standing> standingOf(long id) {
        return accounts.findById(id).map(account -> new Standing(roleOf(account), account.isClosed()));
    }

    private StaffRole roleOf(Account account) {
        return Optional.ofNullable(account.roleId()).map(roles::require).orElse(StaffRole.NONE);
    }
}
