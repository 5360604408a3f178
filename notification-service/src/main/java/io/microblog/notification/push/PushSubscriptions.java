package io.microblog.notification.push;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Unauthorized;
import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.credential.EndedCredentials;
import io.microblog.notification.push.PushSubscriptionRequest.Accepted;
import io.microblog.notification.push.encryption.SubscriptionKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to be pushed where: at most one subscription of each access token and session, which ends with it. */
@Component
public class PushSubscriptions {

    private static final String ADD = """
            INSERT INTO push_subscription (id, account_id, sid, issued_at, endpoint, host, p256dh, auth, standard, policy,
                alerts)
            VALUES (:id, :account, :sid, :issued, :endpoint, :host, :p256dh, :auth, :standard, :policy, :alerts)
            RETURNING *
            """;

    private static final String DROP_OLDEST = """
            DELETE FROM push_subscription WHERE account_id = :account AND id <= (
                SELECT id FROM push_subscription WHERE account_id = :account ORDER BY id DESC OFFSET :kept LIMIT 1)
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final EndedCredentials ended;
    private final PushProperties properties;

    PushSubscriptions(JdbcClient jdbc, IdGenerator ids, EndedCredentials ended, PushProperties properties) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.ended = ended;
        this.properties = properties;
    }

    /** Whose subscription it is: the access token or session, by the name that it goes by. */
    record Holder(long accountId, String sid, Instant issuedAt) {}

    /**
     * The holder's subscription from now on, in place of any other.
     *
     * @throws Unauthorized when the credential has just ended
     */
    @Transactional
    PushSubscription put(Holder holder, Accepted target, Collection<String> alerts, PushPolicy policy) {
        if (ended.cover(holder.accountId(), holder.sid(), holder.issuedAt())) {
            throw new Unauthorized();
        }
        remove(holder.sid());
        PushSubscription added = jdbc.sql(ADD)
                .param("id", ids.next())
                .param("account", holder.accountId())
                .param("sid", holder.sid())
                .param("issued", holder.issuedAt().atOffset(ZoneOffset.UTC))
                .param("endpoint", target.endpoint().toString())
                .param("host", host(target.endpoint()))
                .param("p256dh", target.keys().p256dh())
                .param("auth", target.keys().auth())
                .param("standard", target.standard())
                .param("policy", policy.name())
                .param("alerts", alerts.toArray(String[]::new))
                .query(PushSubscriptions::read)
                .single();
        jdbc.sql(DROP_OLDEST)
                .param("account", holder.accountId())
                .param("kept", properties.perAccount())
                .update();
        return added;
    }

    Optional<PushSubscription> find(String sid) {
        return jdbc.sql("SELECT * FROM push_subscription WHERE sid = :sid")
                .param("sid", sid)
                .query(PushSubscriptions::read)
                .optional();
    }

    /** The subscription with other wishes; empty when there is none. */
    Optional<PushSubscription> change(String sid, Collection<String> alerts, PushPolicy policy) {
        return jdbc.sql("UPDATE push_subscription SET alerts = :alerts, policy = :policy WHERE sid = :sid RETURNING *")
                .param("alerts", alerts.toArray(String[]::new))
                .param("policy", policy.name())
                .param("sid", sid)
                .query(PushSubscriptions::read)
                .optional();
    }

    void remove(String sid) {
        jdbc.sql("DELETE FROM push_subscription WHERE sid = :sid")
                .param("sid", sid)
                .update();
    }

    /** The push service knows it no longer. */
    public void forget(long id) {
        jdbc.sql("DELETE FROM push_subscription WHERE id = :id").param("id", id).update();
    }

    /**
     * Ends what was subscribed to by credentials that ended.
     *
     * @param sid of the one session or access token; null for all of the account's that were issued until then
     */
    @Transactional
    void end(long accountId, @Nullable String sid, Instant until) {
        ended.add(accountId, sid, until);
        if (sid != null) {
            remove(sid);
        } else {
            jdbc.sql("DELETE FROM push_subscription WHERE account_id = :account AND issued_at <= :until")
                    .param("account", accountId)
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql("DELETE FROM push_subscription WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    private static String host(URI endpoint) {
        return endpoint.getRawAuthority();
    }

    private static PushSubscription read(ResultSet row, int number) throws SQLException {
        Array alerts = row.getArray("alerts");
        return new PushSubscription(
                row.getLong("id"),
                row.getString("endpoint"),
                new SubscriptionKeys(row.getString("p256dh"), row.getString("auth")),
                row.getBoolean("standard"),
                PushPolicy.valueOf(row.getString("policy")),
                Set.of((String[]) alerts.getArray()));
    }
}
