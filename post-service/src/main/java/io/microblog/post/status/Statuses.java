package io.microblog.post.status;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.kit.problem.NotFound;
import io.microblog.post.author.Author;
import io.microblog.post.author.Authors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads posts for somebody: hydration in a constant number of queries, and nothing that this reader may not see. */
@Service
public class Statuses {

    private static final String SELECT = "SELECT " + PostRow.COLUMNS + " FROM " + Audience.POST_AND_AUTHOR + " "
            + PostRow.JOINS + " WHERE p.id = ANY (:ids) AND " + Audience.SEES;
    private static final String AUTHOR =
            "SELECT p.author_id FROM " + Audience.POST_AND_AUTHOR + " WHERE p.id = :id AND " + Audience.SEES;

    private final JdbcClient jdbc;
    private final Authors authors;
    private final StatusView view;

    Statuses(JdbcClient jdbc, Authors authors, StatusView view) {
        this.jdbc = jdbc;
        this.authors = authors;
        this.view = view;
    }

    /** Those of the posts that the reader may see, in the order asked. */
    public List<Status> read(List<Long> ids, Reader reader) {
        Map<Long, PostRow> posts = rows(ids, reader);
        Map<Long, Author> people = authors.byId(people(posts.values()));
        return ids.stream()
                .map(posts::get)
                .filter(Objects::nonNull)
                .map(post -> view.show(post, people, reader))
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
                .map(StatusText::from)
                .orElseThrow(NotFound::new);
    }

    /** Who wrote a post; empty when it is not there or not for this reader. */
    public Optional<Long> authorOf(long id, Reader reader) {
        return jdbc.sql(AUTHOR)
                .param("id", id)
                .param("reader", reader.id())
                .query(Long.class)
                .optional();
    }

    private Map<Long, PostRow> rows(Collection<Long> ids, Reader reader) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT)
                .param("ids", ids.toArray(Long[]::new))
                .param("reader", reader.id())
                .query(PostRow::of)
                .list()
                .stream()
                .collect(Collectors.toMap(PostRow::id, Function.identity()));
    }

    private static Set<Long> people(Collection<PostRow> posts) {
        return posts.stream()
                .flatMap(post -> Stream.concat(Stream.of(post.authorId()), post.mentions().stream()))
                .collect(Collectors.toSet());
    }
}
