package io.microblog.search.document;

import java.util.Objects;
import java.util.Optional;

import io.microblog.event.AccountState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts' rows. */
@Repository
class AccountDocuments {

    /** Short transactions, however much somebody has written. */
    static final int FEW_POSTS = 1_000;

    /** Rows are locked in the order of their ids, as everybody who locks several does. */
    private static final String CARRY = """
            UPDATE post_document
            SET author_findable = :findable, author_limited = :limited, doc_version = doc_version + 1
            WHERE id IN (SELECT id FROM post_document
                         WHERE author_id = :author
                             AND (author_findable = NOT :findable OR author_limited = NOT :limited)
                         ORDER BY id LIMIT :few FOR UPDATE)""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher changes;
    private final TransactionTemplate transactions;

    AccountDocuments(JdbcClient jdbc, ApplicationEventPublisher changes, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transactions = transactions;
    }

    /**
     * Who comes across an author's posts.
     *
     * @param findable whether anybody does but those whom they name
     * @param limited whether that is followers alone
     */
    record Reachability(boolean findable, boolean limited) {}

    /**
     * Takes the state over unless the row has it already or a newer one, and carries it on to the account's posts, some at
     * a time. When that is cut short, the repeated event goes on where it stopped. Not within a transaction.
     */
    public void save(AccountState account) {
        transactions.executeWithoutResult(_ -> {
            if (upsert(account)) {
                changes.publishEvent(new DocumentsChanged(DocumentKind.ACCOUNTS));
            }
        });
        int carried = FEW_POSTS;
        while (carried == FEW_POSTS) {
            carried = Objects.requireNonNull(transactions.execute(_ -> carryToSomePosts(account.id())));
        }
    }

    /**
     * Who may find posts of this author, until the end of the transaction: a change of the author waits, and then sees the
     * post. An author who is not known yet gets a placeholder.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reachability holdReachability(long authorId) {
        return holdReachabilityIfKnown(authorId).orElseGet(() -> {
            jdbc.sql("INSERT INTO account_document (id) VALUES (:id) ON CONFLICT DO NOTHING")
                    .param("id", authorId)
                    .update();
            return holdReachabilityIfKnown(authorId).orElseThrow();
        });
    }

    private Optional<Reachability> holdReachabilityIfKnown(long authorId) {
        return jdbc.sql("SELECT posts_findable, limited FROM account_document WHERE id = :id FOR SHARE")
                .param("id", authorId)
                .query((row, number) -> new Reachability(row.getBoolean("posts_findable"), row.getBoolean("limited")))
                .optional();
    }

    private boolean upsert(AccountState account) {
        String sql = """
                INSERT INTO account_document AS t
                       (id, version, username, display_name, posts_findable, limited, doc_version)
                VALUES (:id, :version, :username, :displayName, :postsFindable, :limited, 1)
                ON CONFLICT (id) DO UPDATE
                SET version = excluded.version,
                    username = excluded.username,
                    display_name = excluded.display_name,
                    posts_findable = excluded.posts_findable,
                    limited = excluded.limited,
                    doc_version = t.doc_version + 1
                WHERE excluded.version > t.version""";
        return jdbc.sql(sql)
                        .param("id", account.id())
                        .param("version", account.version())
                        .param("username", account.suspended() ? null : account.username())
                        .param("displayName", account.suspended() ? "" : account.displayName())
                        .param("postsFindable", postsFindable(account))
                        .param("limited", account.limited())
                        .update()
                == 1;
    }

    private int carryToSomePosts(long authorId) {
        Reachability author = holdReachability(authorId);
        int carried = jdbc.sql(CARRY)
                .param("author", authorId)
                .param("findable", author.findable())
                .param("limited", author.limited())
                .param("few", FEW_POSTS)
                .update();
        if (carried > 0) {
            changes.publishEvent(new DocumentsChanged(DocumentKind.POSTS));
        }
        return carried;
    }

    private static boolean postsFindable(AccountState account) {
        return account.indexable() && !account.suspended();
    }
}
