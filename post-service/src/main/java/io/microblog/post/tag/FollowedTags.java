package io.microblog.post.tag;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.web.Page;
import io.microblog.post.erasure.ErasedContent;
import io.microblog.post.home.HomeSubscriptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who follows which hashtags. The home changes in a second transaction: a post that is published meanwhile is either
 * there already when the home is filled, or is delivered by a fan-out that knows of the follow.
 */
@Component
class FollowedTags implements ErasedContent {

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final HomeSubscriptions home;
    private final TransactionTemplate transactions;

    FollowedTags(JdbcClient jdbc, IdGenerator ids, HomeSubscriptions home, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.home = home;
        this.transactions = transactions;
    }

    /** One line of the list of followed hashtags; {@code id} is of the follow. */
    record Followed(long id, Hashtag hashtag) {}

    void follow(long accountId, Hashtag followed) {
        String hashtag = followed.key();
        jdbc.sql("INSERT INTO hashtag_follow (id, account_id, hashtag, as_written)"
                        + " VALUES (:id, :account, :hashtag, :asWritten) ON CONFLICT DO NOTHING")
                .param("asWritten", followed.asWritten())
                .param("id", ids.next())
                .param("account", accountId)
                .param("hashtag", hashtag)
                .update();
        transactions.executeWithoutResult(transaction -> home.backfillHashtag(accountId, hashtag));
    }

    void unfollow(long accountId, String hashtag) {
        jdbc.sql("DELETE FROM hashtag_follow WHERE account_id = :account AND hashtag = :hashtag")
                .param("account", accountId)
                .param("hashtag", hashtag)
                .update();
        transactions.executeWithoutResult(transaction -> home.pruneHashtag(accountId, hashtag));
    }

    /** Their posts go with the whole home. */
    @Override
    public boolean erase(long accountId, int most) {
        return jdbc.sql("DELETE FROM hashtag_follow WHERE id IN ("
                                + "SELECT id FROM hashtag_follow WHERE account_id = :account LIMIT :most)")
                        .param("account", accountId)
                        .param("most", most)
                        .update()
                == most;
    }

    /** Those of the hashtags that a person follows. */
    Set<String> among(long accountId, Collection<String> hashtags) {
        return jdbc.sql("SELECT hashtag FROM hashtag_follow WHERE account_id = :account AND hashtag = ANY (:hashtags)")
                .param("account", accountId)
                .param("hashtags", hashtags.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .set();
    }

    /** One page of what a person follows, newest first. */
    List<Followed> page(long accountId, Page page) {
        String sql =
                "SELECT id, hashtag, coalesce(as_written, hashtag) AS as_written FROM hashtag_follow WHERE account_id"
                        + " = :account AND id < :below AND id > :above"
                        + " ORDER BY id %s LIMIT :limit".formatted(page.order());
        List<Followed> found = jdbc.sql(sql)
                .param("account", accountId)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query((row, number) -> new Followed(
                        row.getLong("id"), new Hashtag(row.getString("hashtag"), row.getString("as_written"))))
                .list();
        return page.newestFirst(found);
    }
}
