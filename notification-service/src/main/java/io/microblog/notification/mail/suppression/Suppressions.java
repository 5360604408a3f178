package io.microblog.notification.mail.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.security.KeyedHash;
import io.microblog.kit.web.Page;
import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.mail.provider.MessageStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The addresses that get no mail of a stream, as the provider told it last. What it tells may come twice, and late: the
 * newer word counts. The addresses are known by keyed hashes alone.
 */
@Component
public class Suppressions {

    private static final String PURPOSE = "notification-service/suppressed-address/1";

    /** A refusal names no reason, so it takes the place of none, and any other takes its place. */
    private static final String PUT = """
            INSERT INTO suppression AS s (id, stream, address_hash, account_id, active, reason, changed_at)
            VALUES (:id, :stream, :hash, :account, :active, :reason, coalesce(:at, now()))
            ON CONFLICT (stream, address_hash) DO UPDATE SET
                account_id = coalesce(excluded.account_id, s.account_id),
                reason = CASE WHEN s.active AND excluded.reason = 'REFUSED' THEN s.reason
                    ELSE coalesce(excluded.reason, s.reason) END,
                active = excluded.active,
                changed_at = greatest(s.changed_at, excluded.changed_at),
                lifted_by = NULL
            WHERE s.changed_at < excluded.changed_at OR s.active AND s.reason = 'REFUSED' AND excluded.active
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final KeyedHash hash;

    Suppressions(JdbcClient jdbc, IdGenerator ids, @Value("${microblog.link-key}") String linkKey) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.hash = KeyedHash.of(linkKey, "MICROBLOG_LINK_KEY").derive(PURPOSE);
    }

    /** Those of some addresses that are to get no mail of the stream. */
    public Set<String> among(MessageStream stream, Collection<String> addresses) {
        Map<String, String> hashes =
                addresses.stream().distinct().collect(Collectors.toMap(Function.identity(), this::hash));
        if (hashes.isEmpty()) {
            return Set.of();
        }
        Set<String> found =
                new HashSet<>(jdbc.sql("SELECT address_hash FROM suppression WHERE active AND stream = :stream"
                                + " AND address_hash = ANY (:hashes)")
                        .param("stream", stream.name())
                        .param("hashes", hashes.values().toArray(String[]::new))
                        .query(String.class)
                        .list());
        hashes.values().retainAll(found);
        return hashes.keySet();
    }

    /** The provider has just refused a mail to the address of an account. */
    public void noteRefusal(MessageStream stream, String address, long account) {
        put(stream, address, account, SuppressionReason.REFUSED, null);
    }

    /**
     * The provider holds mails back.
     *
     * @param account whose mail brought it up, null where that is not known
     * @param at since when
     */
    void suppress(MessageStream stream, String address, @Nullable Long account, SuppressionReason reason, Instant at) {
        put(stream, address, account, reason, at);
    }

    /** The provider delivers to the address again, since that time. */
    void lift(MessageStream stream, String address, Instant at) {
        put(stream, address, null, null, at);
    }

    /** An administrator has had it lifted at the provider. */
    void lift(long id, long by) {
        jdbc.sql("UPDATE suppression SET active = false, lifted_by = :by, changed_at = greatest(changed_at, now())"
                        + " WHERE id = :id AND active")
                .param("id", id)
                .param("by", by)
                .update();
    }

    /** What holds for an address, by stream. */
    List<Suppression> of(String address) {
        return jdbc.sql("SELECT * FROM suppression WHERE active AND stream = ANY (:streams) AND address_hash = :hash"
                        + " ORDER BY id DESC")
                .param("streams", streams())
                .param("hash", hash(address))
                .query(Suppressions::read)
                .list();
    }

    Optional<Suppression> find(long id) {
        return jdbc.sql("SELECT * FROM suppression WHERE id = :id AND active")
                .param("id", id)
                .query(Suppressions::read)
                .optional();
    }

    /** The newest first. */
    List<Suppression> page(Page page) {
        List<Suppression> found = jdbc.sql("SELECT * FROM suppression WHERE active AND id < :below AND id > :above"
                        + " ORDER BY id " + page.order() + " LIMIT :limit")
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(Suppressions::read)
                .list();
        return page.newestFirst(found);
    }

    /** The address stays suppressed; whose it was is not known any more. */
    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql("UPDATE suppression SET account_id = NULL WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    /** Whether it is this address that is suppressed. */
    boolean concerns(Suppression suppression, String address) {
        return suppression.addressHash().equals(hash(address));
    }

    private void put(
            MessageStream stream,
            String address,
            @Nullable Long account,
            @Nullable SuppressionReason reason,
            @Nullable Instant at) {
        jdbc.sql(PUT)
                .param("id", ids.next())
                .param("stream", stream.name())
                .param("hash", hash(address))
                .param("account", account, Types.BIGINT)
                .param("active", reason != null)
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private String hash(String address) {
        return HexFormat.of().formatHex(hash.hash(address.strip().toLowerCase(Locale.ROOT)));
    }

    private static String[] streams() {
        return Arrays.stream(MessageStream.values()).map(Enum::name).toArray(String[]::new);
    }

    private static Suppression read(ResultSet row, int number) throws SQLException {
        return new Suppression(
                row.getLong("id"),
                MessageStream.valueOf(row.getString("stream")),
                row.getString("address_hash"),
                row.getObject("account_id", Long.class),
                SuppressionReason.valueOf(row.getString("reason")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
