package io.microblog.notification.stream;

import java.util.List;

import io.microblog.event.EngagementEvent;
import io.microblog.event.EngagementEvent.PostBoosted;
import io.microblog.event.EngagementEvent.PostUnboosted;
import io.microblog.event.FilterEvent;
import io.microblog.event.FilterEvent.FilterChanged;
import io.microblog.event.PostEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Hears of what happens to posts, and of changed filters. */
@Component
class NewsFeed extends TopicFeed {

    private static final Message FILTERS_CHANGED = new Message("filters_changed", null);

    private final Broadcast broadcast;
    private final Listeners listeners;

    NewsFeed(ConsumerFactory<?, ?> consumers, Broadcast broadcast, Listeners listeners) {
        super("stream-news", List.of(PostEvent.TOPIC, EngagementEvent.TOPIC, FilterEvent.TOPIC), consumers);
        this.broadcast = broadcast;
        this.listeners = listeners;
    }

    /** All that came at once is one question to post-service: the more there is to do, the fewer questions there are. */
    @Override
    void take(List<Envelope<?>> envelopes) throws InterruptedException {
        var news = new News();
        for (Envelope<?> envelope : envelopes) {
            switch (envelope.event()) {
                case PostEvent event -> news.add(event);
                case PostBoosted boosted -> news.add(boosted);
                case PostUnboosted unboosted -> news.add(unboosted);
                case FilterChanged changed ->
                    listeners.tell(
                            changed.accountId(), FILTERS_CHANGED, channel -> channel.timeline() == Timeline.USER);
                default -> {
                    // Nobody listens to it.
                }
            }
        }
        broadcast.send(news);
    }
}
