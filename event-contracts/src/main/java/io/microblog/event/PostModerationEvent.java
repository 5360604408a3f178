package io.microblog.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What automatic rules find, and what people with rights do about rules, held posts and trends, written by post-service. Holds
 * nothing of any post.
 */
@EventTopic(value = PostModerationEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface PostModerationEvent extends Event {

    /** Keyed by what was decided about: a rule, also where it caught or held a post; a hashtag; a post that trends. */
    String TOPIC = "post.moderation.v1";

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
            implements PostModerationEvent {

        @Override
        public String key() {
            return Long.toString(ruleId);
        }
    }

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
            Instant at) implements PostModerationEvent {

        @Override
        public String key() {
            return Long.toString(ruleId);
        }
    }

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
            implements PostModerationEvent {

        @Override
        public String key() {
            return Long.toString(ruleId);
        }
    }

    /**
     * Somebody decided where a hashtag may appear. Tells all that holds of it now.
     *
     * @param hashtag under which it is stored, equal for all spellings
     * @param accountId who decided
     * @param usable whether posts may have it
     * @param listable whether it is among hashtags that people come across
     * @param trendable whether it may trend; null while nobody has said so
     * @param at when
     */
    @JsonTypeName("HashtagDecided")
    record HashtagDecided(
            String hashtag,
            @IdString long accountId,
            boolean usable,
            boolean listable,
            @Nullable Boolean trendable,
            Instant at)
            implements PostModerationEvent {

        @Override
        public String key() {
            return hashtag;
        }
    }

    /**
     * Somebody decided whether a post may trend.
     *
     * @param postId the post
     * @param authorId whose it is
     * @param accountId who decided
     * @param approved whether it may
     * @param at when
     */
    @JsonTypeName("TrendDecided")
    record TrendDecided(
            @IdString long postId,
            @IdString long authorId,
            @IdString long accountId,
            boolean approved,
            Instant at) implements PostModerationEvent {

        @Override
        public String key() {
            return Long.toString(postId);
        }
    }
}
