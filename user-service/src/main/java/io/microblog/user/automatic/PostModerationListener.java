package io.microblog.user.automatic;

import java.util.UUID;

import io.microblog.event.PostModerationEvent;
import io.microblog.event.PostModerationEvent.AutomaticRuleChanged;
import io.microblog.event.PostModerationEvent.HashtagDecided;
import io.microblog.event.PostModerationEvent.HeldPostDecided;
import io.microblog.event.PostModerationEvent.PostCaught;
import io.microblog.event.PostModerationEvent.TrendDecided;
import io.microblog.kit.event.Envelope;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.audit.HeardEvents;
import io.microblog.user.report.Reports;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports whom rules want looked at, and notes what people did about rules, held posts and trends; each once. */
@Component
class PostModerationListener {

    private final Reports reports;
    private final AuditLog log;
    private final HeardEvents heard;
    private final TransactionTemplate transaction;

    PostModerationListener(Reports reports, AuditLog log, HeardEvents heard, TransactionTemplate transaction) {
        this.reports = reports;
        this.log = log;
        this.heard = heard;
        this.transaction = transaction;
    }

    @KafkaListener(topics = PostModerationEvent.TOPIC, groupId = "user-service.automatic-rules")
    void on(Envelope<PostModerationEvent> envelope) {
        switch (envelope.event()) {
            case PostCaught caught ->
                reports.fileByRule(envelope.id(), caught.ruleId(), caught.name(), caught.accountId(), caught.postId());
            case AutomaticRuleChanged changed ->
                once(
                        envelope.id(),
                        () -> log.note(changed.accountId(), action(changed), null, changed.ruleId(), changed.name()));
            case HeldPostDecided decided ->
                once(
                        envelope.id(),
                        () -> log.note(decided.accountId(), action(decided), decided.authorId(), decided.postId(), ""));
            case HashtagDecided decided ->
                once(
                        envelope.id(),
                        () -> log.note(
                                decided.accountId(), AuditedAction.UPDATE_HASHTAG, null, null, summary(decided)));
            case TrendDecided decided ->
                once(
                        envelope.id(),
                        () -> log.note(decided.accountId(), action(decided), decided.authorId(), decided.postId(), ""));
        }
    }

    private void once(UUID event, Runnable note) {
        transaction.executeWithoutResult(_ -> {
            if (heard.isNew(event)) {
                note.run();
            }
        });
    }

    private static AuditedAction action(AutomaticRuleChanged changed) {
        return switch (changed.change()) {
            case "created" -> AuditedAction.CREATE_AUTOMATIC_RULE;
            case "deleted" -> AuditedAction.DELETE_AUTOMATIC_RULE;
            default -> AuditedAction.UPDATE_AUTOMATIC_RULE;
        };
    }

    private static AuditedAction action(HeldPostDecided decided) {
        return decided.decision().equals("released") ? AuditedAction.RELEASE_POST : AuditedAction.REJECT_POST;
    }

    private static AuditedAction action(TrendDecided decided) {
        return decided.approved() ? AuditedAction.APPROVE_TREND : AuditedAction.REJECT_TREND;
    }

    /** What holds of it now. */
    private static String summary(HashtagDecided decided) {
        return "#%s usable=%s listable=%s trendable=%s"
                .formatted(decided.hashtag(), decided.usable(), decided.listable(), decided.trendable());
    }
}
