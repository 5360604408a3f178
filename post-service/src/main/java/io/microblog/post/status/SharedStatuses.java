package io.microblog.post.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.post.card.Cards;
import io.microblog.post.filter.FilterRows;
import io.microblog.post.filter.FilterSet;
import io.microblog.post.news.Hearing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads posts for many people at once, in a constant number of queries. To nearly all of them a post looks the same, so one
 * is read for; only those are looked at one by one who wrote it or the page it links to, have done something with it,
 * keep filters, or stand to its author or to whom it quotes as others don't.
 */
@Component
public class SharedStatuses {

    private static final String READERS = """
             FROM unnest(CAST(:ids AS bigint[]), CAST(:readers AS bigint[])) AS wanted (id, reader)
            LEFT JOIN boost b ON b.id = wanted.id JOIN post p ON p.id = coalesce(b.post_id, wanted.id)
            """;

    private static final String PARTICULAR = "SELECT wanted.id, wanted.reader" + READERS + """
            WHERE p.author_id = wanted.reader
                OR EXISTS (SELECT FROM filter f WHERE f.owner_id = wanted.reader)
                OR EXISTS (SELECT FROM favourite f WHERE f.account_id = wanted.reader AND f.post_id = p.id)
                OR EXISTS (SELECT FROM boost o WHERE o.account_id = wanted.reader AND o.post_id = p.id)
                OR EXISTS (SELECT FROM bookmark m WHERE m.account_id = wanted.reader AND m.post_id = p.id)
                OR EXISTS (SELECT FROM thread_mute u WHERE u.account_id = wanted.reader AND u.thread_id = p.thread_id)
                OR EXISTS (SELECT FROM poll q JOIN poll_vote v ON v.poll_id = q.id
                    WHERE q.post_id = p.id AND v.account_id = wanted.reader)
                OR p.quoted_id IS NOT NULL
                OR p.quote_policy <> 'NOBODY' AND EXISTS (
                    SELECT FROM regard_of(wanted.reader) r WHERE r.account_id = p.author_id AND (r.blocking
                        OR p.quote_policy = 'FOLLOWERS' AND r.following))
                OR\s""" + Cards.NAMES_READER;

    private static final String ROWS =
            Audience.asOf("wanted.reader", "SELECT wanted.reader, " + PostRow.COLUMNS + READERS + PostRow.JOINS);

    private final JdbcClient jdbc;
    private final Surroundings.Source surroundings;
    private final FilterRows filters;
    private final StatusView view;

    SharedStatuses(JdbcClient jdbc, Surroundings.Source surroundings, FilterRows filters, StatusView view) {
        this.jdbc = jdbc;
        this.surroundings = surroundings;
        this.filters = filters;
        this.view = view;
    }

    /**
     * A post as it looks to some.
     *
     * @param id under which it stands in timelines
     */
    public record Shared(long id, Status status, Set<Long> readers) {}

    private record Row(long reader, PostRow post) {}

    /** The posts of those who get them; that they may see them has been decided. */
    public List<Shared> read(Collection<Hearing> wanted) {
        Set<Hearing> particular = wanted.isEmpty() ? Set.of() : Set.copyOf(particular(wanted));
        Map<Long, Set<Long>> alike = new LinkedHashMap<>();
        wanted.stream()
                .filter(hearing -> !particular.contains(hearing))
                .forEach(hearing -> alike.computeIfAbsent(hearing.id(), _ -> new LinkedHashSet<>())
                        .add(hearing.readerId()));
        List<Hearing> read = new ArrayList<>(particular);
        alike.forEach(
                (id, readers) -> read.add(new Hearing(id, readers.iterator().next())));
        return read.isEmpty() ? List.of() : shared(rows(read), alike);
    }

    private List<Shared> shared(List<Row> rows, Map<Long, Set<Long>> alike) {
        Map<Long, Map<Long, PostRow>> quoted = quotedIn(rows);
        List<PostRow> posts = Stream.concat(
                        rows.stream().map(Row::post),
                        quoted.values().stream().flatMap(those -> those.values().stream()))
                .toList();
        Surroundings around = surroundings.of(posts);
        Map<Long, FilterSet> own = filters.inForce(rows.stream()
                .filter(row -> row.post().mayBeFiltered())
                .map(Row::reader)
                .collect(Collectors.toSet()));
        Map<Status, Shared> looks = new HashMap<>();
        for (Row row : rows) {
            long id = row.post().shownId();
            FilterSet kept = own.getOrDefault(row.reader(), FilterSet.NONE);
            Status status = view.show(
                    row.post(), quoted.getOrDefault(row.reader(), Map.of()), around, new Reader(row.reader()), kept);
            Set<Long> readers = looks.computeIfAbsent(status, _ -> new Shared(id, status, new LinkedHashSet<>()))
                    .readers();
            Set<Long> others = alike.getOrDefault(id, Set.of());
            readers.addAll(others.contains(row.reader()) ? others : Set.of(row.reader()));
        }
        return List.copyOf(looks.values());
    }

    /** The quoted posts, for each reader by their ids. */
    private Map<Long, Map<Long, PostRow>> quotedIn(List<Row> rows) {
        Set<Hearing> wanted = new LinkedHashSet<>();
        rows.forEach(row -> Quoted.in(List.of(row.post())).forEach(id -> wanted.add(new Hearing(id, row.reader()))));
        return wanted.isEmpty()
                ? Map.of()
                : rows(wanted).stream()
                        .collect(Collectors.groupingBy(
                                Row::reader, Collectors.toMap(row -> row.post().id(), Row::post)));
    }

    private List<Hearing> particular(Collection<Hearing> wanted) {
        return bind(PARTICULAR, wanted).query(Hearing::of).list();
    }

    private List<Row> rows(Collection<Hearing> wanted) {
        return bind(ROWS, wanted)
                .query((row, number) -> {
                    long reader = row.getLong("reader");
                    return new Row(reader, PostRow.of(row, new Reader(reader)));
                })
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, Collection<Hearing> wanted) {
        return jdbc.sql(sql)
                .param("ids", column(wanted, Hearing::id))
                .param("readers", column(wanted, Hearing::readerId));
    }

    private static Long[] column(Collection<Hearing> wanted, Function<Hearing, Long> value) {
        return wanted.stream().map(value).map(Objects::requireNonNull).toArray(Long[]::new);
    }
}
