package io.microblog.post.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Poll} (docs.joinmastodon.org/entities/Poll).
 *
 * @param id decimal
 * @param expiresAt when it ends
 * @param expired whether it has ended
 * @param multiple whether one may vote for several options
 * @param votesCount votes for all options together
 * @param votersCount how many people voted; null where each has one vote
 * @param options what one may vote for
 * @param emojis always empty: there are no custom emojis
 * @param yours what concerns the reader; null for somebody signed out
 */
public record Poll(
        String id,
        Instant expiresAt,
        boolean expired,
        boolean multiple,
        long votesCount,
        @Nullable Long votersCount,
        List<Option> options,
        List<Object> emojis,
        @JsonUnwrapped @Nullable Yours yours) {

    static final String COLUMNS = """
            poll.id AS poll_id, poll.options, poll.votes, poll.voters, poll.multiple, poll.hide_totals, poll.expires_at,
            (SELECT v.choices FROM poll_vote v WHERE v.poll_id = poll.id AND v.account_id = :reader) AS own_votes
            """;

    /**
     * An option.
     *
     * @param title what it says
     * @param votesCount null while the numbers are hidden
     */
    public record Option(String title, @Nullable Long votesCount) {}

    /**
     * What concerns the reader.
     *
     * @param voted whether they voted; authors count as if, because they cannot
     * @param ownVotes the positions of the options they voted for
     */
    public record Yours(boolean voted, List<Integer> ownVotes) {}

    /** The poll in a row of a post, null when it has none. */
    static @Nullable Poll of(ResultSet row, @Nullable Long reader) throws SQLException {
        long id = row.getLong("poll_id");
        if (row.wasNull()) {
            return null;
        }
        Instant end = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        boolean expired = !end.isAfter(Instant.now());
        boolean multiple = row.getBoolean("multiple");
        List<Long> votes = List.of((Long[]) row.getArray("votes").getArray());
        return new Poll(
                Long.toString(id),
                end,
                expired,
                multiple,
                votes.stream().mapToLong(Long::longValue).sum(),
                multiple ? row.getLong("voters") : null,
                options(row, votes, expired || !row.getBoolean("hide_totals")),
                List.of(),
                reader == null ? null : yours(row, reader));
    }

    private static List<Option> options(ResultSet row, List<Long> votes, boolean shown) throws SQLException {
        String[] titles = (String[]) row.getArray("options").getArray();
        return IntStream.range(0, titles.length)
                .mapToObj(position -> new Option(titles[position], shown ? votes.get(position) : null))
                .toList();
    }

    private static Yours yours(ResultSet row, long reader) throws SQLException {
        var votes = row.getArray("own_votes");
        List<Integer> own = votes == null
                ? List.of()
                : List.of((Short[]) votes.getArray()).stream()
                        .map(Short::intValue)
                        .toList();
        return new Yours(votes != null || row.getLong("author_id") == reader, own);
    }
}
