package io.microblog.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** What automatic rules find and what people with rights do about them, written by post-service. Holds nothing of any post. */
@EventTopic(value = PostModerationEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface PostModerationEvent extends Event {

    /** Keyed by rule id. */
    String TOPIC = "post.moderation.v1";

    /** The rule. */
    long ruleId();

    @Override
    default String key() {
        return Long.toString(ruleId());
    }

    /**
     * Somebody wrote, changed or ended a rule.
     *
     * @param accountId who did
     * @param change created, updated or deleted
     * @param name of the rule
     * @param at when
     */
    @JsonTypeName("AutomaticRuleChanged")
    record AutomaticRuleChanged(
            @IdString long ruleId, @IdString long accountId, String change, String name, Instant at)
            implements PostModerationEvent {}

    /**
     * A rule wants moderators to look at somebody.
     *
     * @param name of the rule
     * @param accountId whose post it caught
     * @param postId the post; null when it is direct
     * @param at when
     */
    @JsonTypeName("PostCaught")
    record PostCaught(
            @IdString long ruleId,
            String name,
            @IdString long accountId,
            @IdString @Nullable Long postId,
            Instant at) implements PostModerationEvent {}

    /**
     * A moderator decided what becomes of a post that a rule held.
     *
     * @param accountId who decided
     * @param authorId whose post it is
     * @param postId the post
     * @param decision released or rejected
     * @param at when
     */
    @JsonTypeName("HeldPostDecided")
    record HeldPostDecided(
            @IdString long ruleId,
            @IdString long accountId,
            @IdString long authorId,
            @IdString long postId,
            String decision,
            Instant at)
            implements PostModerationEvent {}
}
