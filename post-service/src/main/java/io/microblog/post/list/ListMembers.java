package io.microblog.post.list;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.PostIds.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is on which list: people whom its owner follows, and the owner. Who is not followed any more leaves. */
@Component
public class ListMembers {

    static final int MAX_MEMBERS = 500;

    private static final PageQuery MEMBERS = PageQuery.of(ListMembers.class, "list-members.sql");

    private static final String FOLLOWED = """
            SELECT count(*) FROM author a LEFT JOIN relationship r ON r.from_id = :owner AND r.to_id = a.id
            WHERE a.id = ANY (:accounts) AND NOT a.suspended AND (a.id = :owner OR r.following)
            """;

    private static final String SIZE = "SELECT count(*) FROM list_member WHERE list_id = :list";

    private static final String ADD = """
            INSERT INTO list_member (id, list_id, owner_id, account_id)
            SELECT id, :list, :owner, account_id FROM unnest(:ids, :accounts) AS named (id, account_id)
            ON CONFLICT (list_id, account_id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final PostIds pages;

    ListMembers(JdbcClient jdbc, IdGenerator ids, PostIds pages) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.pages = pages;
    }

    /** One page of a list's members, who came last first. */
    List<Entry> page(long listId, Page page) {
        return pages.entries(page, Map.of("list", listId), MEMBERS);
    }

    /**
     * Puts people on a list, all or nobody.
     *
     * @throws NotFound when the owner does not follow one of them
     * @throws Invalid when one is there already, or they become too many
     */
    @Transactional
    void add(long ownerId, long listId, Set<Long> accounts) {
        lock(listId);
        Long[] named = accounts.toArray(Long[]::new);
        if (count(FOLLOWED, Map.of("owner", ownerId, "accounts", named)) < named.length) {
            throw new NotFound();
        }
        if (count(SIZE, Map.of("list", listId)) > MAX_MEMBERS - named.length) {
            throw Invalid.field("account_ids", "ERR_TOO_MANY", "can't be more than " + MAX_MEMBERS);
        }
        int added = jdbc.sql(ADD)
                .param("ids", Stream.generate(ids::next).limit(named.length).toArray(Long[]::new))
                .param("list", listId)
                .param("owner", ownerId)
                .param("accounts", named)
                .update();
        if (added < named.length) {
            throw Invalid.field("account", "ERR_TAKEN", "has already been taken");
        }
    }

    /** Takes people off a list; who is not on it is passed over. */
    void remove(long listId, Set<Long> accounts) {
        jdbc.sql("DELETE FROM list_member WHERE list_id = :list AND account_id = ANY (:accounts)")
                .param("list", listId)
                .param("accounts", accounts.toArray(Long[]::new))
                .update();
    }

    /** Takes somebody off all lists of a person who no longer follows them. */
    public void leave(long ownerId, long accountId) {
        jdbc.sql("DELETE FROM list_member WHERE owner_id = :owner AND account_id = :account")
                .param("owner", ownerId)
                .param("account", accountId)
                .update();
    }

    private void lock(long listId) {
        List<Long> locked = jdbc.sql("SELECT id FROM list WHERE id = :list FOR UPDATE")
                .param("list", listId)
                .query((row, number) -> row.getLong(1))
                .list();
        if (locked.isEmpty()) {
            throw new NotFound();
        }
    }

    private long count(String sql, Map<String, ?> params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }
}
