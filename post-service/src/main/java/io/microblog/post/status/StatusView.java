package io.microblog.post.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.author.Author;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Presentation: from what the database holds to the API's {@code Status}. */
@Component
class StatusView {

    private final BaseUrl base;

    StatusView(BaseUrl base) {
        this.base = base;
    }

    Status show(PostRow post, Map<Long, Author> people, Reader reader) {
        Author author = Objects.requireNonNull(people.get(post.authorId()));
        return new Status(
                Long.toString(post.id()),
                post.createdAt(),
                decimal(post.inReplyToId()),
                decimal(post.inReplyToAuthorId()),
                post.sensitive(),
                post.spoilerText(),
                post.visibility(),
                post.language(),
                base.resolve("/users/" + author.username() + "/statuses/" + post.id()),
                base.resolve("/@" + author.username() + "/" + post.id()),
                post.replies(),
                0,
                0,
                post.editedAt(),
                post.content(),
                null,
                null,
                null,
                account(author),
                List.of(),
                mentions(post, people),
                post.hashtags().stream().map(this::tag).toList(),
                List.of(),
                null,
                null,
                reader.isSignedIn() ? Status.Yours.untouched(reader.is(post.authorId())) : null);
    }

    PublicAccount account(Author author) {
        return PublicAccount.of(author.account(), author.counts(), base);
    }

    private List<Status.Mention> mentions(PostRow post, Map<Long, Author> people) {
        return post.mentions().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(person -> new Status.Mention(
                        Long.toString(person.id()),
                        person.username(),
                        base.resolve("/@" + person.username()),
                        person.username()))
                .toList();
    }

    private Status.Tag tag(String hashtag) {
        return new Status.Tag(hashtag, base.resolve("/tags/" + URLEncoder.encode(hashtag, StandardCharsets.UTF_8)));
    }

    private static @Nullable String decimal(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
