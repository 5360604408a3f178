package io.microblog.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What moderators are told and decide, written by user-service. Holds nothing of what people wrote. */
@EventTopic(value = ModerationEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface ModerationEvent extends Event {

    /** Keyed by case id. */
    String TOPIC = "user.moderation.v1";

    /** The case: all open reports of one person. */
    long caseId();

    @Override
    default String key() {
        return Long.toString(caseId());
    }

    /**
     * Somebody reported somebody.
     *
     * @param caseId all open reports of one person have the same
     * @param reportId the report
     * @param accountId who reported; the account itself that is reported where an automatic rule did
     * @param targetId who was reported
     * @param category spam, legal, violation or other
     * @param at when
     */
    @JsonTypeName("ReportFiled")
    record ReportFiled(
            @IdString long caseId,
            @IdString long reportId,
            @IdString long accountId,
            @IdString long targetId,
            String category,
            Instant at)
            implements ModerationEvent {}

    /**
     * Moderators decided that a post is to go. Whoever has it deletes it as its author would.
     *
     * @param caseId the case that it was decided in
     * @param strikeId what its author is told of it
     * @param targetId the author
     * @param postId the post, or the boost
     * @param at when
     */
    @JsonTypeName("PostRemovalDecided")
    record PostRemovalDecided(
            @IdString long caseId,
            @IdString long strikeId,
            @IdString long targetId,
            @IdString long postId,
            Instant at) implements ModerationEvent {}

    /**
     * Somebody asks moderators to look again at what they decided.
     *
     * @param caseId the case that it was decided in
     * @param strikeId the decision
     * @param targetId who asks: whom it is about
     * @param at when
     */
    @JsonTypeName("AppealFiled")
    record AppealFiled(
            @IdString long caseId,
            @IdString long strikeId,
            @IdString long targetId,
            Instant at) implements ModerationEvent {}
}
