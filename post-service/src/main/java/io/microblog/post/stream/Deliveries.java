package io.microblog.post.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import io.microblog.internal.StreamDelivery;
import io.microblog.internal.StreamListeners;
import io.microblog.internal.StreamQuestion;
import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.conversation.ConversationNews;
import io.microblog.post.home.HomeAudience;
import io.microblog.post.list.ListAudience;
import io.microblog.post.news.Hearing;
import io.microblog.post.status.SharedStatuses;
import io.microblog.post.timeline.PublicAudience;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.POJONode;

/** Answers which of those who listen get which news, in a constant number of queries. */
@Component
class Deliveries {

    private final HomeAudience homes;
    private final PublicAudience everybody;
    private final ListAudience lists;
    private final ConversationNews conversations;
    private final SharedStatuses statuses;

    Deliveries(
            HomeAudience homes,
            PublicAudience everybody,
            ListAudience lists,
            ConversationNews conversations,
            SharedStatuses statuses) {
        this.homes = homes;
        this.everybody = everybody;
        this.lists = lists;
        this.conversations = conversations;
        this.statuses = statuses;
    }

    @Transactional(readOnly = true)
    List<StreamDelivery> of(StreamQuestion question) {
        List<StreamDelivery> deliveries = new ArrayList<>();
        if (!question.shown().isEmpty()) {
            deliveries.addAll(shown(question.shown(), question.listeners()));
            deliveries.addAll(conversations(question.shown(), question.listeners()));
        }
        if (!question.gone().isEmpty()) {
            deliveries.addAll(gone(question.gone(), question.listeners()));
        }
        return deliveries;
    }

    private List<StreamDelivery> shown(List<Shown> news, StreamListeners listeners) {
        Map<Long, Hearers> byNews = new LinkedHashMap<>();
        ask(news, listeners.home(), homes::of).forEach(it -> at(byNews, it).home(it.readerId()));
        ask(news, listeners.everybody(), everybody::of)
                .forEach(it -> at(byNews, it).everybody(it.readerId()));
        ask(news, listeners.media(), everybody::ofMedia)
                .forEach(it -> at(byNews, it).media(it.readerId()));
        if (!listeners.hashtags().isEmpty()) {
            everybody
                    .tagged(news, listeners.hashtags())
                    .forEach(it -> at(byNews, it.id()).tagged(it.hashtag(), it.readerId()));
        }
        ask(news, listeners.lists(), lists::of)
                .forEach(it -> at(byNews, it.id()).list(it.listId(), it.ownerId()));
        Set<Hearing> wanted = new LinkedHashSet<>();
        byNews.forEach((id, hearers) -> hearers.people().forEach(person -> wanted.add(new Hearing(id, person))));
        return statuses.read(wanted).stream()
                .map(shared -> new StreamDelivery(
                        shared.id(),
                        new POJONode(shared.status()),
                        null,
                        at(byNews, shared.id()).among(shared.readers())))
                .toList();
    }

    private List<StreamDelivery> conversations(List<Shown> news, StreamListeners listeners) {
        return ask(news, listeners.direct(), conversations::of).stream()
                .map(told -> new StreamDelivery(
                        told.postId(), null, told.conversation(), StreamListeners.direct(told.ownerId())))
                .toList();
    }

    private List<StreamDelivery> gone(List<Gone> news, StreamListeners listeners) {
        Map<Long, Hearers> byNews = new LinkedHashMap<>();
        ask(news, listeners.home(), homes::ofGone).forEach(it -> at(byNews, it).home(it.readerId()));
        ask(news, listeners.everybody(), everybody::ofGone)
                .forEach(it -> at(byNews, it).everybody(it.readerId()));
        ask(news, listeners.media(), everybody::ofGone)
                .forEach(it -> at(byNews, it).media(it.readerId()));
        if (!listeners.hashtags().isEmpty()) {
            everybody
                    .goneTagged(news, listeners.hashtags())
                    .forEach(it -> at(byNews, it.id()).tagged(it.hashtag(), it.readerId()));
        }
        ask(news, listeners.lists(), lists::ofGone)
                .forEach(it -> at(byNews, it.id()).list(it.listId(), it.ownerId()));
        return byNews.entrySet().stream()
                .map(entry -> new StreamDelivery(
                        entry.getKey(),
                        null,
                        null,
                        entry.getValue().among(entry.getValue().people())))
                .toList();
    }

    private static <N, H> List<H> ask(
            List<N> news, List<Long> listeners, BiFunction<List<N>, List<Long>, List<H>> timeline) {
        return listeners.isEmpty() ? List.of() : timeline.apply(news, listeners);
    }

    private static Hearers at(Map<Long, Hearers> byNews, Hearing hearing) {
        return at(byNews, hearing.id());
    }

    private static Hearers at(Map<Long, Hearers> byNews, long id) {
        return byNews.computeIfAbsent(id, _ -> new Hearers());
    }
}
