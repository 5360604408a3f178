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
        Map<Long, Author> people = authors.byId(conversations.stream()
                .flatMap(conversation -> people(conversation, ownerId).stream())
                .collect(Collectors.toSet()));
        return conversations.stream()
                .map(conversation -> new ConversationResponse(
                        Long.toString(conversation.id()),
                        conversation.unread(),
                        accounts(people(conversation, ownerId), people),
                        posts.get(Long.toString(conversation.shownId()))))
                .toList();
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
