package io.microblog.post.home;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.kit.event.Envelope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries posts into the homes of followers. */
@Component
class FanOutListener {

    private final HomeTimeline home;
    private final TransactionTemplate transactions;

    FanOutListener(HomeTimeline home, TransactionTemplate transactions) {
        this.home = home;
        this.transactions = transactions;
    }

    /** Each record is a transaction: several threads share the wait for commits. */
    @KafkaListener(topics = PostEvent.TOPIC, groupId = "post-service.fan-out", concurrency = "3")
    void on(Envelope<PostEvent> envelope) {
        switch (envelope.event()) {
            case PostCreated created -> deliver(created.post());
            // Compaction may have left nothing else of the post.
            case PostEdited edited -> deliver(edited.post());
            case PostDeleted deleted ->
                transactions.executeWithoutResult(_ -> {
                    home.withdraw(deleted.authorId(), deleted.postId());
                    home.withdrawBoosts(deleted.postId());
                });
        }
    }

    /** Nearly always no home has the post yet. */
    private void deliver(PostState post) {
        try {
            transactions.executeWithoutResult(_ -> home.deliver(post.authorId(), post.inReplyToAuthorId(), post.id()));
        } catch (DuplicateKeyException someHaveIt) {
            transactions.executeWithoutResult(
                    _ -> home.deliverMissing(post.authorId(), post.inReplyToAuthorId(), post.id()));
        }
    }
}
