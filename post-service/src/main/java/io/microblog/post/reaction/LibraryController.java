package io.microblog.post.reaction;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.internal.LibraryApi;
import io.microblog.kit.security.InternalOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** What a person keeps, for search. */
@RestController
class LibraryController implements LibraryApi {

    /** Of each sort; searches name the posts one by one. */
    private static final int LATEST = 5_000;

    private static final String KEPT = Stream.of(Reaction.FAVOURITE, Reaction.BOOKMARK, Reaction.BOOST)
            .map(reaction -> "(SELECT post_id FROM %s WHERE account_id = :account ORDER BY id DESC LIMIT %d)"
                    .formatted(reaction.table(), LATEST))
            .collect(Collectors.joining(" UNION "));

    private final JdbcClient jdbc;

    LibraryController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @InternalOnly("search-service")
    public Set<Long> kept(long reader) {
        return jdbc.sql(KEPT)
                .param("account", reader)
                .query((row, number) -> row.getLong(1))
                .set();
    }
}
