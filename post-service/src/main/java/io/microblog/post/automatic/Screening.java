package io.microblog.post.automatic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.microblog.event.PostModerationEvent.PostCaught;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has rules look at what is about to be published. Nobody is exempt from them: who may write rules sees what they do, and a
 * scheduled post comes without its author's rights. Of the actions of all rules that catch a post the strictest is taken; to
 * limit and to report go together.
 */
@Component
public class Screening {

    private final RulesInForce inForce;
    private final Judge judge;
    private final RuleHits hits;
    private final PostPrints prints;
    private final Outbox outbox;

    Screening(RulesInForce inForce, Judge judge, RuleHits hits, PostPrints prints, Outbox outbox) {
        this.inForce = inForce;
        this.judge = judge;
        this.hits = hits;
        this.prints = prints;
        this.outbox = outbox;
    }

    /**
     * What rules say of a new post. Without rules it costs nothing, with some nothing but what they ask for.
     *
     * @throws RefusedByRule when one refuses it, which is noted; a direct post is refused instead of held, since moderators
     *     read none
     */
    public RuleVerdict judge(JudgedPost post) {
        RuleVerdict verdict = caught(post);
        Optional<AutomaticRule> refusing = verdict.first(RuleAction.REFUSE);
        if (refusing.isEmpty() && post.visibility() == Visibility.DIRECT) {
            refusing = verdict.first(RuleAction.HOLD);
        }
        refusing.ifPresent(rule -> {
            hits.noteRefused(rule, post);
            throw RefusedByRule.of(rule);
        });
        return verdict;
    }

    /**
     * What rules say of a post as an edit makes it.
     *
     * @throws RefusedByRule when one refuses or would hold it, which is noted; the post stays as it is
     */
    public RuleVerdict judgeEdit(JudgedPost post) {
        RuleVerdict verdict = judge(post);
        verdict.first(RuleAction.HOLD).ifPresent(rule -> {
            hits.noteRefused(rule, post);
            throw RefusedByRule.ofEdit(rule);
        });
        return verdict;
    }

    private RuleVerdict caught(JudgedPost post) {
        List<AutomaticRule> rules = inForce.rules();
        return new RuleVerdict(
                post,
                rules.isEmpty() ? List.of() : judge.judge(rules, List.of(post)).getOrDefault(post.id(), List.of()));
    }

    /**
     * Notes what rules caught that is published in the running transaction, and has moderators told where they want it. What
     * the next post may be compared with is there then, too; of a held post nothing else tells.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enact(RuleVerdict verdict) {
        boolean held = verdict.heldBy().isPresent();
        if (held || inForce.compareTexts()) {
            prints.add(verdict.post());
        }
        for (AutomaticRule rule : verdict.rules()) {
            hits.note(rule, verdict.post());
            if (rule.action() == RuleAction.REPORT && !held) {
                outbox.append(report(rule, verdict.post()));
            }
        }
    }

    private static PostCaught report(AutomaticRule rule, JudgedPost post) {
        Long shown = post.visibility() == Visibility.DIRECT ? null : post.id();
        return new PostCaught(rule.id(), rule.name(), post.authorId(), shown, Instant.now());
    }
}
