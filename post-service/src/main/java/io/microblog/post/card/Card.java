package io.microblog.post.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.author.Author;
import io.microblog.post.card.PreviewCard.CardAuthor;
import org.jspecify.annotations.Nullable;

/**
 * The card of a post, before its author is looked up.
 *
 * @param creatorId the account that the page names as its author; null without one
 * @param agrees whether that account allows it to
 * @param shown the card with the author that the page names in words
 * @param image key in the store
 */
public record Card(
        @Nullable Long creatorId,
        boolean agrees,
        PreviewCard shown,
        @Nullable String image) {

    /** Whose account is shown with it. */
    public Stream<Long> people() {
        return Stream.ofNullable(agrees ? creatorId : null);
    }

    /**
     * The card as the API shows it, with the account among {@code people} that wrote the page.
     *
     * @param readerId null for somebody signed out
     */
    public PreviewCard with(Map<Long, Author> people, BaseUrl base, @Nullable Long readerId) {
        Author author = creatorId == null || !agrees ? null : people.get(creatorId);
        String address = image == null ? null : base.resolve("/media/" + image);
        return new PreviewCard(
                shown.url(),
                shown.title(),
                shown.description(),
                shown.language(),
                shown.type(),
                shown.authorName(),
                shown.authorUrl(),
                shown.providerName(),
                shown.providerUrl(),
                "",
                shown.width(),
                shown.height(),
                address,
                shown.imageDescription(),
                shown.type().equals("photo") && address != null ? address : "",
                shown.blurhash(),
                shown.publishedAt(),
                author == null ? shown.authors() : List.of(written(author.shownAt(base))),
                readerId == null ? null : readerId.equals(creatorId) && !agrees);
    }

    private static CardAuthor written(PublicAccount account) {
        String name = account.displayName().isEmpty() ? account.username() : account.displayName();
        return new CardAuthor(name, account.url(), account);
    }

    static Card of(ResultSet row) throws SQLException {
        String author = row.getString("author_name");
        OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        var card = new PreviewCard(
                row.getString("page"),
                row.getString("title"),
                row.getString("description"),
                row.getString("language"),
                row.getString("type"),
                author,
                row.getString("author_url"),
                row.getString("provider_name"),
                row.getString("provider_url"),
                "",
                row.getInt("image_width"),
                row.getInt("image_height"),
                null,
                Objects.requireNonNullElse(row.getString("image_description"), ""),
                "",
                row.getString("blurhash"),
                published == null ? null : published.toInstant(),
                author.isEmpty() ? List.of() : List.of(new CardAuthor(author, row.getString("author_url"), null)),
                null);
        return new Card(
                row.getObject("creator_id", Long.class),
                row.getBoolean("creator_agrees"),
                card,
                row.getString("image"));
    }
}
