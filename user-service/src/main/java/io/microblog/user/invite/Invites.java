package io.microblog.user.invite;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.user.account.AccountErased;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets people invite others, and counts who comes. A use is counted when an address is proved. */
@Service
public class Invites {

    /** That count at the same time, of one person. */
    private static final int MOST = 100;

    private static final int MOST_USES = 10_000;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int CODE_LENGTH = 16;

    private final InviteRepository repository;
    private final IdGenerator ids;
    private final AuditLog log;

    Invites(InviteRepository repository, IdGenerator ids, AuditLog log) {
        this.repository = repository;
        this.ids = ids;
        this.log = log;
    }

    /**
     * Makes an invitation.
     *
     * @param maxUses how many accounts may come of it; null for any number
     * @param expiresIn after how many seconds nobody signs up with it any more; null for never
     * @throws Invalid naming the field that cannot be accepted, or where there are too many
     */
    @Transactional
    public Invite create(long owner, @Nullable Integer maxUses, @Nullable Long expiresIn) {
        if (maxUses != null && (maxUses < 1 || maxUses > MOST_USES)) {
            throw Invalid.field("max_uses", "ERR_INVALID", "must be between 1 and " + MOST_USES);
        }
        if (expiresIn != null && (expiresIn < 1 || expiresIn > LONGEST.toSeconds())) {
            throw Invalid.field(
                    "expires_in", "ERR_INVALID", "must be between 1 and " + LONGEST.toSeconds() + " seconds");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String code = RandomToken.generate().substring(0, CODE_LENGTH);
        var invite = new Invite(
                ids.next(), owner, code, maxUses, 0, now, expiresIn == null ? null : now.plusSeconds(expiresIn), null);
        if (!repository.add(invite, MOST)) {
            throw Invalid.field("invite", "ERR_TOO_MANY", "there are " + MOST + " already; revoke one first");
        }
        return invite;
    }

    /** Some of somebody's, or of everybody's, the newest first. */
    List<Invite> list(@Nullable Long owner, Page page) {
        return repository.list(owner, page);
    }

    /**
     * Ends one's own invitation; again it changes nothing.
     *
     * @throws NotFound when it is not there, or somebody else's
     */
    @Transactional
    public Invite revokeOwn(long owner, long id) {
        Invite own = Optional.of(require(id))
                .filter(invite -> invite.ownerId() == owner)
                .orElseThrow(NotFound::new);
        repository.revoke(own.id());
        return require(own.id());
    }

    /**
     * Ends somebody's invitation, as a moderator.
     *
     * @throws NotFound when it is not there
     */
    @Transactional
    public Invite revoke(long actor, long id) {
        Invite invite = require(id);
        if (repository.revoke(id)) {
            log.note(actor, AuditedAction.REVOKE_INVITE, invite.ownerId(), id, "");
        }
        return require(id);
    }

    private Invite require(long id) {
        return repository.find(id).orElseThrow(NotFound::new);
    }

    /** The invitation with this code, where somebody may sign up with it now. */
    public Optional<Long> open(@Nullable String code) {
        return code == null || code.isBlank()
                ? Optional.empty()
                : repository
                        .find(code.strip())
                        .filter(invite -> invite.isOpen(Instant.now()))
                        .map(Invite::id);
    }

    /**
     * Takes a use for somebody who has proved their address, in the transaction that goes on with it.
     *
     * @return false when others have had all of them meanwhile, it was ended, or whoever invited is suspended or frozen
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(long id) {
        return repository.count(id);
    }

    /** In the transaction of the change: nobody comes by these any more. Who came stays known to moderators. */
    @EventListener
    void on(AccountErased erased) {
        repository.revokeAllOf(erased.accountId());
    }

    /** Keeps by which invitation the account came that was opened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(long accountId, long id) {
        repository.note(accountId, id);
    }
}
