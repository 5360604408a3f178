package io.microblog.post.posting;

import io.microblog.event.ModerationEvent;
import io.microblog.event.ModerationEvent.AppealFiled;
import io.microblog.event.ModerationEvent.PostRemovalDecided;
import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.kit.event.Envelope;
import io.microblog.post.reaction.Reactions;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Deletes what moderators decided is to go, as its author would. What is gone already stays so. */
@Component
class RemovalListener {

    private final PostJournal journal;
    private final Reactions reactions;

    RemovalListener(PostJournal journal, Reactions reactions) {
        this.journal = journal;
        this.reactions = reactions;
    }

    @KafkaListener(topics = ModerationEvent.TOPIC, groupId = "post-service.removals")
    void on(Envelope<ModerationEvent> envelope) {
        switch (envelope.event()) {
            case PostRemovalDecided removal -> remove(removal.targetId(), removal.postId());
            case ReportFiled _, AppealFiled _ -> {}
        }
    }

    private void remove(long author, long id) {
        if (reactions.isOwnBoost(author, id)) {
            reactions.unboost(author, id);
        } else {
            journal.remove(id, author);
        }
    }
}
