package io.microblog.post.list;

import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.erasure.ErasedContent;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists that people keep. To everybody but its owner a list does not exist. */
@Component
public class Lists implements ErasedContent {

    static final int MAX_LISTS = 100;

    private static final String COLUMNS = "SELECT l.id, l.title, l.replies_policy, l.exclusive FROM list l ";

    private static final RowMapper<UserList> ROW = (row, number) -> new UserList(
            row.getString("id"),
            row.getString("title"),
            RepliesPolicy.valueOf(row.getString("replies_policy")),
            row.getBoolean("exclusive"));

    /** Counted in the statement itself. Two at once may exceed the limit by one, which harms nobody. */
    private static final String CREATE = """
            INSERT INTO list (id, owner_id, title, replies_policy, exclusive)
            SELECT :id, :owner, :title, :policy, :exclusive
            WHERE (SELECT count(*) FROM list WHERE owner_id = :owner) < :max
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    Lists(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    public boolean erase(long accountId, int most) {
        jdbc.sql("DELETE FROM list WHERE owner_id = :owner")
                .param("owner", accountId)
                .update();
        return false;
    }

    /** All of a person's lists, the oldest first; at most {@value #MAX_LISTS}. */
    List<UserList> of(long ownerId) {
        return jdbc.sql(COLUMNS + "WHERE l.owner_id = :owner ORDER BY l.id")
                .param("owner", ownerId)
                .query(ROW)
                .list();
    }

    /** The person's lists on which somebody is. */
    List<UserList> with(long ownerId, long accountId) {
        return jdbc.sql(COLUMNS + """
                        JOIN list_member m ON m.list_id = l.id
                        WHERE m.owner_id = :owner AND m.account_id = :account ORDER BY l.id
                        """)
                .param("owner", ownerId)
                .param("account", accountId)
                .query(ROW)
                .list();
    }

    /**
     * One list.
     *
     * @throws NotFound when it is not there or somebody else's
     */
    public UserList require(long ownerId, long id) {
        return jdbc.sql(COLUMNS + "WHERE l.id = :id AND l.owner_id = :owner")
                .param("id", id)
                .param("owner", ownerId)
                .query(ROW)
                .optional()
                .orElseThrow(NotFound::new);
    }

    UserList create(long ownerId, ListRequest request) {
        long id = ids.next();
        UserList list = request.over(new UserList(Long.toString(id), "", RepliesPolicy.LIST, false));
        int created = store(CREATE, ownerId, id, list).param("max", MAX_LISTS).update();
        if (created == 0) {
            throw new Invalid("You cannot have more than %d lists".formatted(MAX_LISTS));
        }
        return list;
    }

    UserList change(long ownerId, long id, ListRequest request) {
        UserList list = request.over(require(ownerId, id));
        int changed = store(
                        "UPDATE list SET title = :title, replies_policy = :policy, exclusive = :exclusive"
                                + " WHERE id = :id AND owner_id = :owner",
                        ownerId,
                        id,
                        list)
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        return list;
    }

    private JdbcClient.StatementSpec store(String sql, long ownerId, long id, UserList list) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("owner", ownerId)
                .param("title", list.title())
                .param("policy", list.repliesPolicy().name())
                .param("exclusive", list.exclusive());
    }

    void delete(long ownerId, long id) {
        int deleted = jdbc.sql("DELETE FROM list WHERE id = :id AND owner_id = :owner")
                .param("id", id)
                .param("owner", ownerId)
                .update();
        if (deleted == 0) {
            throw new NotFound();
        }
    }
}
