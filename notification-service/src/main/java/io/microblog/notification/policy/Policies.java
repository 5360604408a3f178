package io.microblog.notification.policy;

import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.policy.NotificationPolicy.Change;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The policies of people. What changes holds for what is told from then on. */
@Repository
class Policies {

    private static final String PUT = """
            INSERT INTO notification_policy (account_id, not_following, not_followers, new_accounts, private_mentions,
                limited_accounts)
            VALUES (:account, :notFollowing, :notFollowers, :newAccounts, :privateMentions, :limitedAccounts)
            ON CONFLICT (account_id) DO UPDATE SET not_following = excluded.not_following,
                not_followers = excluded.not_followers, new_accounts = excluded.new_accounts,
                private_mentions = excluded.private_mentions, limited_accounts = excluded.limited_accounts
            """;

    private final JdbcClient jdbc;

    Policies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NotificationPolicy of(long accountId) {
        return jdbc.sql("SELECT * FROM notification_policy WHERE account_id = :account")
                .param("account", accountId)
                .query((row, number) -> new NotificationPolicy(
                        PolicyAction.valueOf(row.getString("not_following")),
                        PolicyAction.valueOf(row.getString("not_followers")),
                        PolicyAction.valueOf(row.getString("new_accounts")),
                        PolicyAction.valueOf(row.getString("private_mentions")),
                        PolicyAction.valueOf(row.getString("limited_accounts"))))
                .optional()
                .orElse(NotificationPolicy.OPEN);
    }

    /** The policy with what is wished; two wishes at once are both heard. */
    @Transactional
    NotificationPolicy change(long accountId, Change change) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:account)")
                .param("account", accountId)
                .query((row, number) -> accountId)
                .single();
        NotificationPolicy policy = change.over(of(accountId));
        jdbc.sql(PUT)
                .param("account", accountId)
                .param("notFollowing", policy.notFollowing().name())
                .param("notFollowers", policy.notFollowers().name())
                .param("newAccounts", policy.newAccounts().name())
                .param("privateMentions", policy.privateMentions().name())
                .param("limitedAccounts", policy.limitedAccounts().name())
                .update();
        return policy;
    }

    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql("DELETE FROM notification_policy WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }
}
