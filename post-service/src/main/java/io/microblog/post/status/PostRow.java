package io.microblog.post.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.event.Visibility;
import io.microblog.post.card.Card;
import io.microblog.post.card.Cards;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a post to show it.
 *
 * @param boost the boost under which it is shown, null when it is shown as itself
 * @param quoted what it quotes, null when it quotes nothing
 * @param mayBeFiltered whether the reader has any filter
 * @param held whether it waits for a moderator
 */
record PostRow(
        long id,
        long version,
        long authorId,
        @Nullable Long inReplyToId,
        @Nullable Long inReplyToAuthorId,
        Visibility visibility,
        String content,
        String spoilerText,
        boolean sensitive,
        @Nullable String language,
        List<Long> mentions,
        List<String> hashtags,
        List<String> hashtagsAsWritten,
        List<Long> media,
        Instant createdAt,
        @Nullable Instant editedAt,
        Status.@Nullable Application application,
        Counts counts,
        Reactions reactions,
        @Nullable Poll poll,
        @Nullable Boost boost,
        QuoteApproval approval,
        @Nullable Quoted quoted,
        boolean mayBeFiltered,
        boolean held) {

    static final String COLUMNS = """
            p.id, p.version, p.author_id, parent.id AS in_reply_to_id, p.in_reply_to_author_id, p.visibility, p.content,
            p.spoiler_text, p.sensitive, p.language, p.mentions, p.hashtags,
            coalesce(p.hashtags_as_written, p.hashtags) AS hashtags_as_written, p.media, p.created_at, p.edited_at,
            p.app_name, p.app_website, p.held_for IS NOT NULL AS held,
            coalesce(c.replies, 0) AS replies, coalesce(c.favourites, 0) AS favourites, coalesce(c.boosts, 0) AS boosts,
            coalesce(c.quotes, 0) AS quotes, p.quote_policy,
            EXISTS (SELECT FROM favourite f WHERE f.account_id = :reader AND f.post_id = p.id) AS favourited,
            EXISTS (SELECT FROM boost o WHERE o.account_id = :reader AND o.post_id = p.id) AS boosted,
            EXISTS (SELECT FROM bookmark m WHERE m.account_id = :reader AND m.post_id = p.id) AS bookmarked,
            EXISTS (SELECT FROM thread_mute u WHERE u.account_id = :reader AND u.thread_id = p.thread_id) AS muted,
            EXISTS (SELECT FROM pin n WHERE n.account_id = :reader AND n.post_id = p.id) AS pinned,
            EXISTS (SELECT FROM filter WHERE owner_id = :reader) AS may_be_filtered,
            b.id AS boost_id, b.account_id AS boosted_by, b.visibility AS boost_visibility,
            """ + QuoteApproval.MAY_QUOTE + ", " + Quoted.COLUMNS + ", " + Poll.COLUMNS;

    /** An answer outlives the post it answers, but must not point at what is gone. */
    static final String JOINS = """
            LEFT JOIN post parent ON parent.id = p.in_reply_to_id
            LEFT JOIN post_counts c ON c.post_id = p.id
            LEFT JOIN poll ON poll.post_id = p.id
            """;

    /** How many answers, favourites, boosts and quotes it has. */
    record Counts(long replies, long favourites, long boosts, long quotes) {}

    /** What the reader did with it. */
    record Reactions(boolean favourited, boolean boosted, boolean bookmarked, boolean muted, boolean pinned) {}

    /** Somebody carried it on. */
    record Boost(long id, long accountId, Visibility visibility) {

        private static @Nullable Boost of(ResultSet row) throws SQLException {
            Long id = row.getObject("boost_id", Long.class);
            return id == null
                    ? null
                    : new Boost(id, row.getLong("boosted_by"), Visibility.valueOf(row.getString("boost_visibility")));
        }
    }

    /** The same without anything that it says or shows, and without what others did with it. */
    PostRow emptied() {
        return new PostRow(
                id,
                version,
                authorId,
                null,
                null,
                visibility,
                "",
                "",
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                createdAt,
                null,
                null,
                new Counts(0, 0, 0, 0),
                reactions,
                null,
                null,
                approval,
                null,
                false,
                false);
    }

    /** The id under which it stands in a timeline. */
    long shownId() {
        return boost == null ? id : boost.id();
    }

    /** Everybody whose name is shown with it. */
    Stream<Long> people() {
        Stream<Long> named = Stream.concat(Stream.of(authorId), mentions.stream());
        Stream<Long> shown = quoted == null ? named : Stream.concat(Stream.of(quoted.authorId()), named);
        return boost == null ? shown : Stream.concat(Stream.of(boost.accountId()), shown);
    }

    /** The ids of those of the posts that have a link: no others have a card. */
    static List<Long> linking(Collection<PostRow> posts) {
        return posts.stream()
                .filter(post -> Cards.mayBelongTo(post.content()))
                .map(PostRow::id)
                .distinct()
                .toList();
    }

    /** Everybody whose name is shown with posts that have these cards. */
    static Set<Long> people(Collection<PostRow> posts, Collection<Card> cards) {
        return Stream.concat(
                        posts.stream().flatMap(PostRow::people), cards.stream().flatMap(Card::people))
                .collect(Collectors.toSet());
    }

    static PostRow of(ResultSet row, Reader reader) throws SQLException {
        OffsetDateTime editedAt = row.getObject("edited_at", OffsetDateTime.class);
        return new PostRow(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("author_id"),
                row.getObject("in_reply_to_id", Long.class),
                row.getObject("in_reply_to_author_id", Long.class),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("content"),
                row.getString("spoiler_text"),
                row.getBoolean("sensitive"),
                row.getString("language"),
                List.of((Long[]) row.getArray("mentions").getArray()),
                List.of((String[]) row.getArray("hashtags").getArray()),
                List.of((String[]) row.getArray("hashtags_as_written").getArray()),
                List.of((Long[]) row.getArray("media").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                editedAt == null ? null : editedAt.toInstant(),
                Status.Application.of(row.getString("app_name"), row.getString("app_website")),
                new Counts(
                        row.getLong("replies"),
                        row.getLong("favourites"),
                        row.getLong("boosts"),
                        row.getLong("quotes")),
                new Reactions(
                        row.getBoolean("favourited"),
                        row.getBoolean("boosted"),
                        row.getBoolean("bookmarked"),
                        row.getBoolean("muted"),
                        row.getBoolean("pinned")),
                Poll.of(row, reader.id()),
                Boost.of(row),
                QuoteApproval.of(row),
                Quoted.of(row),
                row.getBoolean("may_be_filtered"),
                row.getBoolean("held"));
    }
}
