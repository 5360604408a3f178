package io.microblog.search.document;

import java.util.Optional;

import io.microblog.event.AccountState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts' rows. */
@Repository
class AccountDocuments {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher changes;

    AccountDocuments(JdbcClient jdbc, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** Takes the state over unless the row has it already or a newer one, and carries it on to the account's posts. */
    @Transactional
    public void save(AccountState account) {
        if (upsert(account)) {
            carryToPosts(account.id(), postsFindable(account));
            changes.publishEvent(new DocumentsChanged(DocumentKind.ACCOUNTS));
            changes.publishEvent(new DocumentsChanged(DocumentKind.POSTS));
        }
    }

    /**
     * Whether posts of this author may be found, until the end of the transaction: a change of the author waits, and
     * then sees the post. An author who is not known yet gets a placeholder.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdPostsFindable(long authorId) {
        return holdPostsFindableIfKnown(authorId).orElseGet(() -> {
            jdbc.sql("INSERT INTO account_document (id) VALUES (:id) ON CONFLICT DO NOTHING")
                    .param("id", authorId)
                    .update();
            return holdPostsFindableIfKnown(authorId).orElseThrow();
        });
    }

    private Optional<Boolean> holdPostsFindableIfKnown(long authorId) {
        return jdbc.sql("SELECT posts_findable FROM account_document WHERE id = :id FOR SHARE")
                .param("id", authorId)
                .query(Boolean.class)
                .optional();
    }

    private boolean upsert(AccountState account) {
        String sql = """
                INSERT INTO account_document AS t
                       (id, version, username, display_name, posts_findable, doc_version)
                VALUES (:id, :version, :username, :displayName, :postsFindable, 1)
                ON CONFLICT (id) DO UPDATE
                SET version = excluded.version,
                    username = excluded.username,
                    display_name = excluded.display_name,
                    posts_findable = excluded.posts_findable,
                    doc_version = t.doc_version + 1
                WHERE excluded.version > t.version""";
        return jdbc.sql(sql)
                        .param("id", account.id())
                        .param("version", account.version())
                        .param("username", account.suspended() ? null : account.username())
                        .param("displayName", account.suspended() ? "" : account.displayName())
                        .param("postsFindable", postsFindable(account))
                        .update()
                == 1;
    }

    /** Rows are locked in the order of their ids, as everybody who locks several does. */
    private void carryToPosts(long authorId, boolean findable) {
        String sql = """
                UPDATE post_document
                SET author_findable = :findable, doc_version = doc_version + 1
                WHERE id IN (SELECT id FROM post_document
                             WHERE author_id = :author AND author_findable <> :findable
                             ORDER BY id FOR UPDATE)""";
        jdbc.sql(sql).param("author", authorId).param("findable", findable).update();
    }

    private static boolean postsFindable(AccountState account) {
        return account.indexable() && !account.suspended();
    }
}
