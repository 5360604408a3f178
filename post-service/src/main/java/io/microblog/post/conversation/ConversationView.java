package io.microblog.post.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.author.Author;
import io.microblog.post.author.Authors;
import io.microblog.post.conversation.Conversations.ConversationRow;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Presentation: conversations as the API shows them, any number in a constant number of queries. */
@Component
class ConversationView {

    private final Statuses statuses;
    private final Authors authors;
    private final BaseUrl base;

    ConversationView(Statuses statuses, Authors authors, BaseUrl base) {
        this.statuses = statuses;
        this.authors = authors;
        this.base = base;
    }

    /**
     * The API's {@code Conversation} (docs.joinmastodon.org/entities/Conversation).
     *
     * @param id decimal
     * @param unread whether somebody else wrote since it was read
     * @param accounts the other people; in notes to oneself it is oneself
     * @param lastStatus the newest post in it
     */
    @SchemaName("Conversation")
    record ConversationResponse(
            String id,
            boolean unread,
            List<PublicAccount> accounts,
            @Nullable Status lastStatus) {}

    ConversationResponse show(ConversationRow conversation, long ownerId) {
        return show(List.of(conversation), ownerId).getFirst();
    }

    List<ConversationResponse> show(List<ConversationRow> conversations, long ownerId) {
        Map<String, Status> posts =
                statuses
                        .read(
                                conversations.stream()
                                        .map(ConversationRow::shownId)
                                        .toList(),
                                new Reader(ownerId))
                        .stream()
                        .collect(Collectors.toMap(Status::id, Function.identity()));
        Map<Long, Author> people = people(Map.of(ownerId, conversations));
        return conversations.stream()
                .map(conversation ->
                        show(conversation, ownerId, people, posts.get(Long.toString(conversation.shownId()))))
                .toList();
    }

    /** One whose people and newest post have been read. */
    ConversationResponse show(
            ConversationRow conversation, long ownerId, Map<Long, Author> people, @Nullable Status lastStatus) {
        return new ConversationResponse(
                Long.toString(conversation.id()),
                conversation.unread(),
                accounts(people(conversation, ownerId), people),
                lastStatus);
    }

    /** All people in the conversations of some owners. */
    Map<Long, Author> people(Map<Long, List<ConversationRow>> byOwner) {
        return authors.byId(byOwner.entrySet().stream()
                .flatMap(owned -> owned.getValue().stream()
                        .flatMap(conversation -> people(conversation, owned.getKey()).stream()))
                .collect(Collectors.toSet()));
    }

    private List<PublicAccount> accounts(List<Long> ids, Map<Long, Author> people) {
        return ids.stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(author -> author.shownAt(base))
                .toList();
    }

    private static List<Long> people(ConversationRow conversation, long ownerId) {
        return conversation.participants().isEmpty() ? List.of(ownerId) : conversation.participants();
    }
}
