package io.microblog.user.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.event.AccountState;
import io.microblog.kit.account.AccountCounts;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.role.Roles;
import io.microblog.user.role.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accounts as the API shows them, however many, in four queries. */
@Service
public class Profiles {

    private final AccountService accounts;
    private final Counters counters;
    private final Roles roles;
    private final BaseUrl base;

    Profiles(AccountService accounts, Counters counters, Roles roles, BaseUrl base) {
        this.accounts = accounts;
        this.counters = counters;
        this.roles = roles;
        this.base = base;
    }

    /** In the order asked; missing ones are left out. */
    public List<PublicAccount> show(Collection<Long> ids) {
        return present(accounts.findAll(ids));
    }

    /** One account whose state is at hand. */
    public PublicAccount show(AccountState state) {
        return present(List.of(state)).getFirst();
    }

    private List<PublicAccount> present(List<AccountState> states) {
        List<Long> ids = states.stream().map(AccountState::id).toList();
        Map<Long, AccountCounts> counts = counters.find(ids);
        Set<Long> hiding = accounts.findHiding(ids);
        Map<Long, StaffRole> staff = roles.of(ids);
        return states.stream()
                .map(state -> PublicAccount.of(
                                state,
                                counts.getOrDefault(state.id(), AccountCounts.NONE),
                                hiding.contains(state.id()),
                                base)
                        .withRoles(badges(staff.get(state.id()))))
                .toList();
    }

    private static List<PublicAccount.Role> badges(@Nullable StaffRole role) {
        return role != null && role.highlighted() ? List.of(role.badge()) : List.of();
    }
}
