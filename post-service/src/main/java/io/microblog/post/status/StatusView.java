package io.microblog.post.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.author.Author;
import io.microblog.post.card.Card;
import io.microblog.post.filter.FilterResult;
import io.microblog.post.filter.FilterSet;
import io.microblog.post.media.MediaAttachment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Presentation: from what the database holds to the API's {@code Status}. */
@Component
class StatusView {

    private final BaseUrl base;

    StatusView(BaseUrl base) {
        this.base = base;
    }

    /**
     * The post, or the boost under which it stands with the post in it.
     *
     * @param quoted the posts that are quoted, as this reader gets them
     */
    Status show(PostRow post, Map<Long, PostRow> quoted, Surroundings around, Reader reader, FilterSet filters) {
        Quoted reference = post.quoted();
        Quote quote = null;
        if (reference != null) {
            PostRow inset = quoted.get(reference.id());
            Quote shallow = inset == null || inset.quoted() == null
                    ? null
                    : inset.quoted().shallow();
            quote = reference.with(inset == null ? null : original(inset, shallow, around, reader, filters));
        }
        Status original = original(post, quote, around, reader, filters);
        return post.boost() == null ? original : boost(post.boost(), original, around.people());
    }

    /** A boost says nothing of its own. Numbers and the reader's marks are those of the post. */
    private Status boost(PostRow.Boost boost, Status original, Map<Long, Author> people) {
        Author booster = Objects.requireNonNull(people.get(boost.accountId()));
        String activity = base.resolve("/users/" + booster.username() + "/statuses/" + boost.id() + "/activity");
        return new Status(
                Long.toString(boost.id()),
                IdGenerator.timeOf(boost.id()),
                null,
                null,
                original.sensitive(),
                "",
                boost.visibility(),
                original.language(),
                activity,
                activity,
                original.repliesCount(),
                original.reblogsCount(),
                original.favouritesCount(),
                original.quotesCount(),
                null,
                "",
                null,
                original,
                null,
                original.quoteApproval(),
                null,
                account(booster),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                original.yours());
    }

    private Status original(
            PostRow post, @Nullable Quote quote, Surroundings around, Reader reader, FilterSet filters) {
        Map<Long, Author> people = around.people();
        Map<Long, MediaAttachment> media = around.media();
        Card card = around.cards().get(post.id());
        Author author = Objects.requireNonNull(people.get(post.authorId()));
        return new Status(
                Long.toString(post.id()),
                post.createdAt(),
                decimal(post.inReplyToId()),
                decimal(post.inReplyToAuthorId()),
                post.sensitive() || (author.account().sensitized() && !reader.is(author.id())),
                post.spoilerText(),
                post.visibility(),
                post.language(),
                base.resolve("/users/" + author.username() + "/statuses/" + post.id()),
                page(author, post.id()),
                post.counts().replies(),
                post.counts().boosts(),
                post.counts().favourites(),
                post.counts().quotes(),
                post.editedAt(),
                linked(post, people),
                null,
                null,
                quote,
                post.approval(),
                post.application(),
                account(author),
                post.media().stream().map(media::get).filter(Objects::nonNull).toList(),
                mentions(post, people),
                tags(post),
                List.of(),
                card == null ? null : card.with(people, base, reader.id()),
                post.poll(),
                reader.isSignedIn() ? yours(post, media, reader.is(post.authorId()), filters) : null);
    }

    /** One's own posts are filtered from nobody. */
    private static Status.Yours yours(
            PostRow post, Map<Long, MediaAttachment> media, boolean isAuthor, FilterSet filters) {
        List<FilterResult> filtered =
                isAuthor ? List.of() : filters.matches(post.id(), () -> PostWords.of(post, media));
        return Status.Yours.of(post, isAuthor, filtered);
    }

    /** What it says; for clients that don't show quotes, a link to the quoted post comes first unless it has one. */
    private String linked(PostRow post, Map<Long, Author> people) {
        Quoted quoted = post.quoted();
        Author author = quoted == null || !quoted.isShown() ? null : people.get(quoted.authorId());
        if (quoted == null || author == null) {
            return post.content();
        }
        String address = page(author, quoted.id());
        return post.content().contains("\"" + address + "\"")
                ? post.content()
                : "<p class=\"quote-inline\">RE: <a href=\"%1$s\">%1$s</a></p>".formatted(address) + post.content();
    }

    private String page(Author author, long post) {
        return base.resolve("/@" + author.username() + "/" + post);
    }

    private PublicAccount account(Author author) {
        return author.shownAt(base);
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

    private List<Status.Tag> tags(PostRow post) {
        return IntStream.range(0, post.hashtags().size())
                .mapToObj(i -> new Status.Tag(
                        post.hashtagsAsWritten().get(i),
                        base.resolve(
                                "/tags/" + URLEncoder.encode(post.hashtags().get(i), StandardCharsets.UTF_8))))
                .toList();
    }

    private static @Nullable String decimal(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
