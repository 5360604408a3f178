package io.microblog.notification.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.microblog.internal.StreamApi;
import io.microblog.internal.StreamDelivery;
import io.microblog.internal.StreamListeners;
import io.microblog.internal.StreamQuestion;
import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Sends news of posts to those who listen: asks post-service once who gets what, and puts each answer into words once. While
 * post-service cannot be asked, it waits; after too long it sends clients away, who then read for themselves what they missed.
 */
@Component
class Broadcast {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final StreamApi posts;
    private final Listeners listeners;
    private final StreamProperties properties;

    Broadcast(StreamApi posts, Listeners listeners, StreamProperties properties) {
        this.posts = posts;
        this.listeners = listeners;
        this.properties = properties;
    }

    void send(News news) throws InterruptedException {
        for (StreamAudience audience : StreamAudience.of(listeners.people())) {
            StreamListeners all = audience.listeners();
            for (List<Shown> shown : parts(news.shown())) {
                ask(new StreamQuestion(shown, List.of(), all)).forEach(one -> deliver(one, news, audience));
            }
            for (List<Gone> gone : parts(news.gone())) {
                ask(new StreamQuestion(List.of(), gone, all)).forEach(one -> deliver(one, news, audience));
            }
        }
    }

    private List<StreamDelivery> ask(StreamQuestion question) throws InterruptedException {
        Instant end = Instant.now().plus(properties.patience());
        while (true) {
            try {
                return posts.deliveries(question);
            } catch (RuntimeException e) {
                if (Instant.now().isAfter(end)) {
                    LOG.warn("News were missed, as post-service could not be asked: {}", e.toString());
                    listeners.end(Ending.MISSED, listener -> true);
                    return List.of();
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private void deliver(StreamDelivery one, News news, StreamAudience audience) {
        Message message = message(one, news);
        StreamListeners hearers = one.listeners();
        hearers.home().forEach(person -> listeners.tell(person, message, by(Timeline.USER)));
        hearers.everybody().forEach(person -> listeners.tell(person, message, by(Timeline.EVERYBODY)));
        hearers.media().forEach(person -> listeners.tell(person, message, by(Timeline.MEDIA)));
        hearers.hashtags()
                .forEach((hashtag, people) -> people.forEach(person -> listeners.tell(
                        person,
                        message,
                        by(Timeline.HASHTAG).and(it -> it.hashtag().equals(hashtag)))));
        hearers.lists()
                .forEach(list -> listeners.tell(
                        audience.ownerOf(list), message, by(Timeline.LIST).and(it -> it.list() == list)));
        hearers.direct().forEach(person -> listeners.tell(person, message, by(Timeline.DIRECT)));
    }

    private static Message message(StreamDelivery one, News news) {
        String conversation = json(one.conversation());
        if (conversation != null) {
            return new Message("conversation", conversation);
        }
        String status = json(one.status());
        return status == null
                ? new Message("delete", Long.toString(one.id()))
                : new Message(news.eventOf(one.id()), status);
    }

    private static @Nullable String json(@Nullable JsonNode node) {
        return node == null || !node.isObject() ? null : node.toString();
    }

    private static Predicate<Channel> by(Timeline timeline) {
        return channel -> channel.timeline() == timeline;
    }

    private static <T> List<List<T>> parts(List<T> news) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < news.size(); from += StreamApi.MAX_NEWS) {
            parts.add(news.subList(from, Math.min(from + StreamApi.MAX_NEWS, news.size())));
        }
        return parts;
    }
}
