package io.microblog.user.rule;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the server. */
@Service
public class Rules {

    private final RuleRepository repository;
    private final AuditLog log;
    private final IdGenerator ids;

    Rules(RuleRepository repository, AuditLog log, IdGenerator ids) {
        this.repository = repository;
        this.log = log;
        this.ids = ids;
    }

    /** What a rule says, for a page. */
    public record Text(String text, String hint) {}

    /** Those in force, in their order. */
    public List<RuleResponse> inForce() {
        return repository.inForce().stream().map(RuleResponse::from).toList();
    }

    /** The same for somebody who reads this language. */
    public List<Text> inForce(Locale locale) {
        return repository.inForce().stream()
                .map(rule -> rule.in(locale.getLanguage()))
                .map(rule -> new Text(rule.text(), rule.hint()))
                .toList();
    }

    /** Ids of those in force. */
    public Set<Long> idsInForce() {
        return repository.inForce().stream().map(Rule::id).collect(Collectors.toSet());
    }

    /** Those with these ids, also such as hold no longer. */
    public Map<Long, RuleResponse> find(Collection<Long> ruleIds) {
        return repository.find(ruleIds).stream().collect(Collectors.toMap(Rule::id, RuleResponse::from));
    }

    /**
     * One in force.
     *
     * @throws NotFound when there is none with this id
     */
    RuleResponse require(long id) {
        return RuleResponse.from(rule(id));
    }

    /** Adds a rule, at the end where it is not said otherwise. */
    @Transactional
    RuleResponse add(long actor, RuleUpdate wish) {
        int end = repository.inForce().stream().mapToInt(Rule::position).max().orElse(-1) + 1;
        return save(actor, AuditedAction.CREATE_RULE, wish.applyTo(new Rule(ids.next(), end, "", "", Map.of())));
    }

    @Transactional
    RuleResponse update(long actor, long id, RuleUpdate wish) {
        return save(actor, AuditedAction.UPDATE_RULE, wish.applyTo(rule(id)));
    }

    /** It holds no longer; reports that name it still do. */
    @Transactional
    RuleResponse delete(long actor, long id) {
        Rule rule = rule(id);
        repository.delete(id);
        log.note(actor, AuditedAction.DELETE_RULE, null, id, rule.text());
        return RuleResponse.from(rule);
    }

    private RuleResponse save(long actor, AuditedAction action, Rule rule) {
        repository.save(rule);
        log.note(actor, action, null, rule.id(), rule.text());
        return RuleResponse.from(rule);
    }

    private Rule rule(long id) {
        return repository.findInForce(id).orElseThrow(NotFound::new);
    }
}
