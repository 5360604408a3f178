package io.microblog.user.role;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import org.springframework.stereotype.Service;

/** Who has which role, and who may act on whom. */
@Service
public class Roles {

    private final RoleRepository repository;

    Roles(RoleRepository repository) {
        this.repository = repository;
    }

    /** All that there are, the highest first. */
    public List<StaffRole> all() {
        return repository.all();
    }

    /**
     * One role.
     *
     * @throws NotFound when there is none with this id
     */
    public StaffRole require(long id) {
        return repository.find(id).orElseThrow(NotFound::new);
    }

    /** The role of an account; {@link StaffRole#NONE} where it has none. */
    public StaffRole of(long accountId) {
        return of(List.of(accountId)).getOrDefault(accountId, StaffRole.NONE);
    }

    /** The roles of those of the accounts that have one. */
    public Map<Long, StaffRole> of(Collection<Long> accountIds) {
        return repository.ofAccounts(accountIds);
    }

    /**
     * Lets somebody act on somebody else of a lower role.
     *
     * @throws NotAllowed when the other's role is the same or a higher one
     */
    public void requireAbove(long actor, long target) {
        if (!of(actor).isAbove(of(target))) {
            throw new NotAllowed();
        }
    }
}
