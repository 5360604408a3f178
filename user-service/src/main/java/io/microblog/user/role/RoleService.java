package io.microblog.user.role;

import java.time.Instant;
import java.util.regex.Pattern;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.security.Permission;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes roles. Nobody writes one that is not below their own, nor gives one what they may not do themselves. */
@Service
class RoleService {

    private static final int NAME_LENGTH = 30;
    private static final Pattern COLOR = Pattern.compile("(#[0-9a-fA-F]{6})?");

    private final Roles roles;
    private final RoleRepository repository;
    private final IdGenerator ids;
    private final AuditLog log;
    private final Outbox outbox;

    RoleService(Roles roles, RoleRepository repository, IdGenerator ids, AuditLog log, Outbox outbox) {
        this.roles = roles;
        this.repository = repository;
        this.ids = ids;
        this.log = log;
        this.outbox = outbox;
    }

    /**
     * Makes a role.
     *
     * @throws Invalid naming the fields that cannot be
     */
    @Transactional
    StaffRole create(long actor, RoleUpdate wish) {
        StaffRole blank = new StaffRole(ids.next(), "", "", 0, 0, false, Instant.EPOCH, Instant.EPOCH);
        return noted(actor, AuditedAction.CREATE_ROLE, save(roles.of(actor), wish.applyTo(blank)));
    }

    /**
     * Changes a role; what is not said stays. Those who have it get their tokens anew.
     *
     * @throws NotAllowed when it is not below the actor's own
     * @throws Invalid naming the fields that cannot be
     */
    @Transactional
    StaffRole update(long actor, long id, RoleUpdate wish) {
        StaffRole own = roles.of(actor);
        StaffRole changed = save(own, wish.applyTo(requireBelow(own, id)));
        revokeTokens(id);
        return noted(actor, AuditedAction.UPDATE_ROLE, changed);
    }

    /**
     * Takes a role away from all who have it.
     *
     * @throws NotAllowed when it is not below the actor's own
     */
    @Transactional
    StaffRole delete(long actor, long id) {
        StaffRole role = requireBelow(roles.of(actor), id);
        revokeTokens(id);
        repository.delete(id);
        return noted(actor, AuditedAction.DELETE_ROLE, role);
    }

    private StaffRole noted(long actor, AuditedAction action, StaffRole role) {
        log.note(actor, action, null, role.id(), role.name());
        return role;
    }

    private StaffRole requireBelow(StaffRole own, long id) {
        StaffRole role = roles.require(id);
        if (!own.isAbove(role)) {
            throw new NotAllowed();
        }
        return role;
    }

    private StaffRole save(StaffRole own, StaffRole role) {
        var problems = Invalid.builder();
        if (role.name().isBlank()) {
            problems.field("name", "ERR_BLANK", "can't be blank");
        } else if (role.name().length() > NAME_LENGTH) {
            problems.field("name", "ERR_TOO_LONG", "is too long (maximum is " + NAME_LENGTH + " characters)");
        } else if (repository.isNameTaken(role.name(), role.id())) {
            problems.field("name", "ERR_TAKEN", "has already been taken");
        }
        if (!COLOR.matcher(role.color()).matches()) {
            problems.field("color", "ERR_INVALID", "is not a colour such as #3584e4");
        }
        if ((role.permissions() & ~grantable(own)) != 0) {
            problems.field("permissions", "ERR_ELEVATED", "cannot include what your own role does not allow");
        }
        if (!own.isAbove(role) || role.position() < 0) {
            problems.field("position", "ERR_ELEVATED", "must be below that of your own role");
        }
        problems.throwIfAny();
        repository.save(role);
        return roles.require(role.id());
    }

    private static long grantable(StaffRole own) {
        return Permission.ADMINISTRATOR.isIn(own.permissions()) ? Permission.ALL : own.permissions();
    }

    private void revokeTokens(long roleId) {
        Instant now = Instant.now();
        outbox.appendAll(repository.holders(roleId).stream()
                .map(account -> new SessionsRevoked(account, null, now))
                .toList());
    }
}
