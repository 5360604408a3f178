package io.microblog.post.status;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.event.Visibility;
import io.microblog.internal.StatusText;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.filter.FilterRows;
import io.microblog.post.filter.FilterSet;
import io.microblog.post.filter.VisiblePosts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads posts for somebody: hydration in a constant number of queries, and nothing that this reader may not see. */
@Service
public class Statuses implements VisiblePosts {

    /** The posts with these ids, and those behind the boosts with these ids. */
    private static final String FROM = """
             FROM unnest(CAST(:ids AS bigint[])) AS wanted (id)
            LEFT JOIN boost b ON b.id = wanted.id
            JOIN seen_by(:reader) p ON p.id = coalesce(b.post_id, wanted.id)
            """;

    private static final String WHERE =
            " WHERE b.id IS NULL OR EXISTS (SELECT FROM boosts_seen_by(:reader) seen WHERE seen.id = b.id)";
    static final String SELECT = "SELECT " + PostRow.COLUMNS + FROM + PostRow.JOINS + WHERE;

    /** Of the post itself, whoever reads. */
    private static final String EMPTIED =
            "SELECT " + PostRow.COLUMNS + """
             FROM post p LEFT JOIN boost b ON false
            """ + PostRow.JOINS + " WHERE p.id = ANY (CAST(:ids AS bigint[]))";

    private static final String ORIGINAL = "SELECT p.id, p.thread_id, p.author_id, p.visibility" + FROM + WHERE;
    private static final String QUOTABLE =
            "SELECT p.id, p.author_id, p.visibility, " + QuoteApproval.MAY_QUOTE + FROM + WHERE;

    private final JdbcClient jdbc;
    private final Surroundings.Source surroundings;
    private final FilterRows filters;
    private final StatusView view;

    Statuses(JdbcClient jdbc, Surroundings.Source surroundings, FilterRows filters, StatusView view) {
        this.jdbc = jdbc;
        this.surroundings = surroundings;
        this.filters = filters;
        this.view = view;
    }

    /** Those of the posts that the reader may see, in the order asked. */
    public List<Status> read(List<Long> ids, Reader reader) {
        Map<Long, PostRow> posts = rows(ids, reader);
        Map<Long, PostRow> quoted = rows(Quoted.in(posts.values()), reader);
        List<PostRow> all =
                Stream.concat(posts.values().stream(), quoted.values().stream()).toList();
        Surroundings around = surroundings.of(all);
        FilterSet own = filters(all, reader);
        return ids.stream()
                .map(posts::get)
                .filter(Objects::nonNull)
                .map(post -> view.show(post, quoted, around, reader, own))
                .toList();
    }

    /**
     * One post.
     *
     * @throws NotFound when it is not there or not for this reader
     */
    public Status one(long id, Reader reader) {
        return read(List.of(id), reader).stream().findFirst().orElseThrow(NotFound::new);
    }

    /**
     * One post's text alone.
     *
     * @throws NotFound when it is not there or not for this reader
     */
    public StatusText text(long id, Reader reader) {
        return rows(List.of(id), reader).values().stream()
                .findFirst()
                .map(Statuses::textOf)
                .orElseThrow(NotFound::new);
    }

    private static StatusText textOf(PostRow post) {
        return new StatusText(
                post.id(),
                post.version(),
                post.visibility(),
                post.language(),
                post.content(),
                post.spoilerText(),
                post.reactions().muted());
    }

    /**
     * What a reader answers or reacts to.
     *
     * @param id of a post, never of a boost
     * @param threadId the post that began its thread
     */
    public record Original(long id, long threadId, long authorId, Visibility visibility) {}

    /**
     * The post with this id, or the one behind the boost with this id.
     *
     * @throws NotFound when it is not there or not for this reader
     */
    public Original original(long id, Reader reader) {
        return find(id, reader).orElseThrow(NotFound::new);
    }

    /** The same; empty when it is not there or not for this reader. */
    public Optional<Original> find(long id, Reader reader) {
        return jdbc.sql(ORIGINAL)
                .param("ids", new Long[] {id})
                .param("reader", reader.id())
                .query((row, number) -> new Original(
                        row.getLong("id"),
                        row.getLong("thread_id"),
                        row.getLong("author_id"),
                        Visibility.valueOf(row.getString("visibility"))))
                .optional();
    }

    /**
     * What a reader may want to quote.
     *
     * @param id of a post, never of a boost
     * @param allowed whether this reader may quote it
     */
    public record Quotable(long id, long authorId, Visibility visibility, boolean allowed) {}

    /** The post with this id, or the one behind the boost; empty when it is not there or not for this reader. */
    public Optional<Quotable> quotable(long id, Reader reader) {
        return jdbc.sql(QUOTABLE)
                .param("ids", new Long[] {id})
                .param("reader", reader.id())
                .query((row, number) -> new Quotable(
                        row.getLong("id"),
                        row.getLong("author_id"),
                        Visibility.valueOf(row.getString("visibility")),
                        row.getBoolean("may_quote")))
                .optional();
    }

    @Override
    public boolean sees(long accountId, long postId) {
        return find(postId, new Reader(accountId)).isPresent();
    }

    /**
     * A post of which a reader who may not see it has taken something back: without anything that it says or shows.
     *
     * @throws NotFound when it is not there
     */
    public Status emptied(long id, Reader reader) {
        PostRow post = Optional.ofNullable(rows(EMPTIED, List.of(id), reader).get(id))
                .orElseThrow(NotFound::new)
                .emptied();
        return view.show(post, Map.of(), surroundings.ofEmptied(post), reader, FilterSet.NONE);
    }

    private FilterSet filters(Collection<PostRow> posts, Reader reader) {
        Long id = reader.id();
        if (id == null || posts.stream().noneMatch(PostRow::mayBeFiltered)) {
            return FilterSet.NONE;
        }
        return filters.inForce(id);
    }

    private Map<Long, PostRow> rows(Collection<Long> ids, Reader reader) {
        return rows(SELECT, ids, reader);
    }

    private Map<Long, PostRow> rows(String select, Collection<Long> ids, Reader reader) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(select)
                .param("ids", ids.toArray(Long[]::new))
                .param("reader", reader.id())
                .query((row, number) -> PostRow.of(row, reader))
                .list()
                .stream()
                .collect(Collectors.toMap(PostRow::shownId, Function.identity()));
    }
}
