package io.microblog.user.strike;

import java.util.List;

import io.microblog.kit.event.Outbox;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Moderation;
import io.microblog.user.replica.Replicas;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts sanctions in force, and lifts them. One holds for an account as long as a strike says so: lifting a strike brings
 * back what was there before it.
 */
@Component
class Sanctions {

    private final StrikeRepository strikes;
    private final Moderation moderation;
    private final AccountService accounts;
    private final Replicas replicas;
    private final Outbox outbox;

    Sanctions(
            StrikeRepository strikes,
            Moderation moderation,
            AccountService accounts,
            Replicas replicas,
            Outbox outbox) {
        this.strikes = strikes;
        this.moderation = moderation;
        this.accounts = accounts;
        this.replicas = replicas;
        this.outbox = outbox;
    }

    /**
     * Puts one in force, as the strike says, which is kept from now on. Posts are deleted by who has them, as soon as they
     * hear of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void impose(Strike strike) {
        strikes.add(strike);
        strike.removals().forEach(outbox::append);
        change(strike.sanction(), strike.targetId(), true);
    }

    /**
     * Ends a strike, and the sanction where no other strike holds it. The account is to be locked.
     *
     * @param lifting ended, undone or appealed
     * @return whether the strike held until now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(Strike strike, String lifting) {
        boolean held = strikes.lift(strike.id(), lifting);
        if (held && !strikes.holds(strike.targetId(), strike.sanction())) {
            change(strike.sanction(), strike.targetId(), false);
        }
        return held;
    }

    /**
     * Ends a sanction, with all strikes that hold it. The account is to be locked.
     *
     * @return the strikes that held until now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Strike> liftAll(long target, Sanction sanction) {
        List<Strike> lifted = strikes.liftAll(target, sanction);
        change(sanction, target, false);
        return lifted;
    }

    /** After the transaction: what takes something away is in force everywhere then. */
    void enforce(Sanction sanction, long target) {
        if (sanction.concernsOthers()) {
            replicas.enforce(accounts.require(target));
        }
    }

    /** After the transaction: what gives something back may come late. */
    void tell(Sanction sanction, long target) {
        if (sanction.concernsOthers()) {
            replicas.tell(accounts.require(target));
        }
    }

    private void change(Sanction sanction, long target, boolean imposed) {
        switch (sanction) {
            case NONE, DELETE_STATUSES -> {}
            case SENSITIVE -> moderation.sensitize(target, imposed);
            case SILENCE -> moderation.limit(target, imposed);
            case DISABLE -> {
                if (imposed) {
                    moderation.disable(target);
                } else {
                    moderation.enable(target);
                }
            }
            case SUSPEND -> {
                if (imposed) {
                    moderation.suspend(target);
                } else {
                    moderation.reinstate(target);
                }
            }
        }
    }
}
