package io.microblog.post.automatic;

import java.time.Instant;
import java.util.List;

import io.microblog.event.PostModerationEvent.AutomaticRuleChanged;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Conflict;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with rules. Each change is told to the audit log. */
@Service
class AutomaticRules {

    static final int MOST = 100;

    private final AutomaticRuleRows rows;
    private final RulesInForce inForce;
    private final IdGenerator ids;
    private final Outbox outbox;

    AutomaticRules(AutomaticRuleRows rows, RulesInForce inForce, IdGenerator ids, Outbox outbox) {
        this.rows = rows;
        this.inForce = inForce;
        this.ids = ids;
        this.outbox = outbox;
    }

    List<AutomaticRule> all() {
        return rows.all();
    }

    /**
     * One rule.
     *
     * @throws NotFound when there is none with this id
     */
    AutomaticRule require(long id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Writes a rule.
     *
     * @throws Invalid naming the fields that cannot be accepted, or when there are 100 rules
     */
    @Transactional
    AutomaticRule add(long actor, AutomaticRuleRequest request) {
        AutomaticRule rule = request.create(ids.next());
        if (!rows.add(rule, MOST)) {
            throw new Invalid("There cannot be more than %d automatic rules".formatted(MOST));
        }
        return noted(actor, "created", rule);
    }

    /**
     * Changes the version of a rule that the request names.
     *
     * @throws NotFound when there is none with this id
     * @throws Invalid naming the fields that cannot be accepted
     * @throws Conflict when it is no longer the present version
     */
    @Transactional
    AutomaticRule change(long actor, long id, AutomaticRuleRequest request) {
        AutomaticRule before = require(id);
        long version = request.requireVersion();
        AutomaticRule rule = request.over(before);
        if (before.version() != version || !rows.change(rule)) {
            throw new Conflict("The rule was changed by somebody else");
        }
        return noted(actor, "updated", rule);
    }

    /**
     * Ends a rule. What it holds stays held.
     *
     * @throws NotFound when there is none with this id
     */
    @Transactional
    AutomaticRule delete(long actor, long id) {
        AutomaticRule rule = require(id);
        if (!rows.delete(id)) {
            throw new NotFound();
        }
        return noted(actor, "deleted", rule);
    }

    private AutomaticRule noted(long actor, String change, AutomaticRule rule) {
        outbox.append(new AutomaticRuleChanged(rule.id(), actor, change, rule.name(), Instant.now()));
        inForce.forgetAfterCommit();
        return rule;
    }
}
