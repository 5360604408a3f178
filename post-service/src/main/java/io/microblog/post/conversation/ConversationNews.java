package io.microblog.post.conversation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.conversation.Conversations.ConversationRow;
import io.microblog.post.news.Hearing;
import io.microblog.post.news.NewsTables;
import io.microblog.post.status.SharedStatuses;
import io.microblog.post.status.SqlFile;
import io.microblog.post.status.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.POJONode;

/** Conversations for those of their owners who listen at this moment, any number in a constant number of queries. */
@Component
public class ConversationNews {

    private static final String TOLD = SqlFile.read(ConversationNews.class, "conversation-news.sql");

    private final JdbcClient jdbc;
    private final SharedStatuses statuses;
    private final ConversationView view;

    ConversationNews(JdbcClient jdbc, SharedStatuses statuses, ConversationView view) {
        this.jdbc = jdbc;
        this.statuses = statuses;
        this.view = view;
    }

    /**
     * A conversation as its owner sees it.
     *
     * @param postId the news
     * @param ownerId who is told
     * @param conversation the API's {@code Conversation}
     */
    public record Told(long postId, long ownerId, POJONode conversation) {}

    private record Held(long ownerId, long postId, ConversationRow conversation) {}

    /** The conversations in which there are posts that are new or edited. */
    public List<Told> of(List<Shown> news, List<Long> listeners) {
        List<Held> held = jdbc.sql(TOLD)
                .params(NewsTables.shown(news))
                .param("listeners", listeners.toArray(Long[]::new))
                .query((row, number) ->
                        new Held(row.getLong("owner_id"), row.getLong("post_id"), ConversationRow.of(row, number)))
                .list();
        if (held.isEmpty()) {
            return List.of();
        }
        Set<Hearing> wanted = held.stream()
                .map(one -> new Hearing(one.conversation().shownId(), one.ownerId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Hearing, Status> posts = new HashMap<>();
        statuses.read(wanted)
                .forEach(shared -> shared.readers()
                        .forEach(reader -> posts.put(new Hearing(shared.id(), reader), shared.status())));
        var people = view.people(held.stream()
                .collect(Collectors.groupingBy(
                        Held::ownerId, Collectors.mapping(Held::conversation, Collectors.toList()))));
        return held.stream()
                .map(one -> new Told(
                        one.postId(),
                        one.ownerId(),
                        new POJONode(view.show(
                                one.conversation(),
                                one.ownerId(),
                                people,
                                posts.get(new Hearing(one.conversation().shownId(), one.ownerId()))))))
                .toList();
    }
}
