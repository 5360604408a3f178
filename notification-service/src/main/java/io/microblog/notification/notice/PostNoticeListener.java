package io.microblog.notification.notice;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of posts that concern them, until the post is gone. */
@Component
class PostNoticeListener {

    private final Notifier notifier;
    private final Removals removals;
    private final PostTombstones tombstones;
    private final Boosters boosters;
    private final QuoteReplica quotes;

    PostNoticeListener(
            Notifier notifier, Removals removals, PostTombstones tombstones, Boosters boosters, QuoteReplica quotes) {
        this.notifier = notifier;
        this.removals = removals;
        this.tombstones = tombstones;
        this.boosters = boosters;
        this.quotes = quotes;
    }

    @KafkaListener(topics = PostEvent.TOPIC, groupId = "notification-service.posts")
    @Transactional
    void on(Envelope<PostEvent> envelope) {
        switch (envelope.event()) {
            case PostCreated created -> {
                quotes.put(created.post());
                notifier.posted(envelope, created.post());
            }
            case PostEdited edited -> {
                quotes.put(edited.post());
                if (edited.tellsNews()) {
                    notifier.edited(envelope, edited.post());
                }
            }
            case PostDeleted deleted -> {
                tombstones.add(deleted.postId());
                removals.removeOfPost(deleted.postId());
                boosters.forget(deleted.postId());
                quotes.forget(deleted.postId());
            }
        }
    }
}
