package io.microblog.post.author;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.event.AccountState;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.event.Upsert;
import io.microblog.kit.web.BaseUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that events have told of. */
@Component
public class Authors {

    private static final Upsert VERSIONED = Upsert.versioned("author", "id");
    private static final AuthorRows ROWS = new AuthorRows();
    private static final String SELECT =
            "SELECT a.*, c.* FROM author a LEFT JOIN author_counts c ON c.author_id = a.id ";

    private final JdbcClient jdbc;

    Authors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each of them that is known, in one query. */
    public Map<Long, Author> byId(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return select("WHERE a.id = ANY (:ids)", "ids", ids.toArray(Long[]::new)).stream()
                .collect(Collectors.toMap(Author::id, Function.identity()));
    }

    /** The accounts as the API shows them, in the order of their ids here; who is not known is left out. */
    public List<PublicAccount> shown(List<Long> ids, BaseUrl base) {
        Map<Long, Author> found = byId(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(author -> author.shownAt(base))
                .toList();
    }

    /** Those with one of these names in lower case, in one query; nobody who is suspended. */
    List<Author> byUsername(Collection<String> usernames) {
        return select(
                "WHERE lower(a.username) = ANY (:names) AND NOT a.suspended ORDER BY a.id",
                "names",
                usernames.toArray(String[]::new));
    }

    /** Takes a state over unless the same or a newer one is there. */
    void put(AccountState account) {
        VERSIONED.apply(jdbc, AuthorRows.row(account));
    }

    private List<Author> select(String condition, String name, Object[] values) {
        return jdbc.sql(SELECT + condition).param(name, values).query(ROWS).list();
    }
}
