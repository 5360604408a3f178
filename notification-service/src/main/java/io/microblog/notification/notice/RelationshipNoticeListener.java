package io.microblog.notification.notice;

import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipEvent.FollowRejected;
import io.microblog.event.RelationshipEvent.FollowRequested;
import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.event.RelationshipEvent.UserUnblocked;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.RelationshipEvent.UserUnmuted;
import io.microblog.event.RelationshipState;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of who follows them or asks to, for as long as it is so. What ends, ends quietly. */
@Component
class RelationshipNoticeListener {

    private final Notifier notifier;
    private final BlockReplica blocks;
    private final Removals removals;

    RelationshipNoticeListener(Notifier notifier, BlockReplica blocks, Removals removals) {
        this.notifier = notifier;
        this.blocks = blocks;
        this.removals = removals;
    }

    @KafkaListener(topics = RelationshipEvent.TOPIC, groupId = "notification-service.follows")
    @Transactional
    void on(Envelope<RelationshipEvent> envelope) {
        RelationshipState state = envelope.event().relationship();
        blocks.put(state);
        switch (envelope.event()) {
            case FollowRequested _ -> notifier.requested(envelope, state);
            case UserFollowed _ -> {
                removals.removeRequest(state, envelope.time());
                notifier.followed(envelope, state);
            }
            case FollowRejected _ -> removals.removeRequest(state, envelope.time());
            case UserUnfollowed _ -> removals.removeFollow(state, envelope.time());
            case UserBlocked _ -> removals.removeFrom(state.fromId(), state.toId());
            case UserUnblocked _, UserMuted _, UserUnmuted _ -> {
                // What is in the inbox stays there.
            }
        }
    }
}
