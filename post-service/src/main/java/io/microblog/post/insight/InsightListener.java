package io.microblog.post.insight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent;
import io.microblog.event.Event;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.ReachEvent;
import io.microblog.event.ReachEvent.PostReached;
import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipState;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.PolledEvents;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the numbers that authors learn. All of them come by events, so they can be made anew. */
@Component
class InsightListener {

    private final PostInsights posts;
    private final FollowerInsights followers;
    private final TransactionTemplate transactions;

    InsightListener(PostInsights posts, FollowerInsights followers, TransactionTemplate transactions) {
        this.posts = posts;
        this.followers = followers;
        this.transactions = transactions;
    }

    /** What came at once is counted in one transaction, and by one statement for all posts where many come. */
    @KafkaListener(
            topics = {PostEvent.TOPIC, EngagementEvent.TOPIC, ReachEvent.TOPIC, RelationshipEvent.TOPIC},
            groupId = "post-service.insights",
            batch = "true",
            properties = {PolledEvents.GATHERED, PolledEvents.GATHERED_FOR})
    void on(List<ConsumerRecord<String, Envelope<Event>>> records) {
        PolledEvents.handleInTransaction(records, transactions, this::count);
    }

    /** Deletions come last: of what is gone nothing is found, and nothing is left. */
    private void count(List<Envelope<Event>> envelopes) {
        List<PostState> told = new ArrayList<>();
        List<Long> edited = new ArrayList<>();
        List<PostDeleted> deleted = new ArrayList<>();
        Map<OffsetDateTime, Map<Long, Engagement>> engaged = new TreeMap<>();
        Map<OffsetDateTime, Map<Long, PostReached>> reached = new TreeMap<>();
        for (Envelope<Event> envelope : envelopes) {
            OffsetDateTime at = PostInsights.quarter(envelope.time());
            switch (envelope.event()) {
                case PostCreated event -> told.add(event.post());
                case PostEdited event -> {
                    told.add(event.post());
                    edited.add(event.postId());
                }
                case PostDeleted event -> deleted.add(event);
                case EngagementEvent event -> {
                    Engagement now = event.engagement();
                    at(engaged, at).merge(now.postId(), now, newest(Engagement::version));
                }
                case PostReached event -> at(reached, at).merge(event.postId(), event, newest(PostReached::version));
                case RelationshipEvent event -> told(event.relationship(), envelope.time());
                default -> throw new IllegalArgumentException("Not of these topics: " + envelope);
            }
        }
        posts.begin(told.stream().map(PostState::id).distinct().toList());
        told.forEach(this::answered);
        edited.forEach(posts::relabel);
        engaged.forEach((at, now) -> posts.engaged(List.copyOf(now.values()), at));
        reached.forEach((at, now) -> posts.reached(List.copyOf(now.values()), at));
        deleted.forEach(post -> posts.forget(post.postId(), post.authorId()));
    }

    private static <T> Map<Long, T> at(Map<OffsetDateTime, Map<Long, T>> times, OffsetDateTime at) {
        return times.computeIfAbsent(at, _ -> new TreeMap<>());
    }

    private static <T> BinaryOperator<T> newest(ToLongFunction<T> version) {
        return BinaryOperator.maxBy(Comparator.comparingLong(version));
    }

    private void answered(PostState post) {
        if (post.inReplyToId() != null) {
            posts.answered(post.inReplyToId(), post.id());
        }
    }

    private void told(RelationshipState state, Instant time) {
        followers.put(state, state.following() ? Objects.requireNonNullElse(state.followedAt(), time) : time);
    }
}
