package io.microblog.user.block;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the networks that are blocked. Those whose time is over are as good as gone. */
@Repository
class IpBlockRepository {

    private static final String FIND = "SELECT * FROM ip_block WHERE (expires_at IS NULL OR expires_at > :now) ";

    private final JdbcClient jdbc;

    IpBlockRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part of them, the newest first. */
    List<IpBlock> list(Page page) {
        return page.newestFirst(
                jdbc.sql(FIND + "AND id < :below AND id > :above ORDER BY id " + page.order() + " LIMIT :limit")
                        .param("now", utc(Instant.now()))
                        .param("below", page.below())
                        .param("above", page.above())
                        .param("limit", page.limit())
                        .query(IpBlockRepository::map)
                        .list());
    }

    Optional<IpBlock> find(long id) {
        return jdbc.sql(FIND + "AND id = :id")
                .param("now", utc(Instant.now()))
                .param("id", id)
                .query(IpBlockRepository::map)
                .optional();
    }

    /**
     * Keeps a block, in place of the one with its id.
     *
     * @return false when another is about the same network: the transaction is to end then
     */
    boolean save(long id, String network, IpSeverity severity, String comment, @Nullable Instant expiry) {
        forgetExpired();
        try {
            jdbc.sql("""
                INSERT INTO ip_block (id, network, severity, comment, created_at, expires_at)
                VALUES (:id, network(CAST(:network AS inet)), :severity, :comment, :now, :expiry)
                ON CONFLICT (id) DO UPDATE SET network = excluded.network, severity = excluded.severity,
                    comment = excluded.comment, expires_at = excluded.expires_at
                """)
                    .param("id", id)
                    .param("network", network)
                    .param("severity", severity.code())
                    .param("comment", comment)
                    .param("now", utc(Instant.now()))
                    .param("expiry", expiry == null ? null : utc(expiry), Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM ip_block WHERE id = :id").param("id", id).update();
    }

    void forgetExpired() {
        jdbc.sql("DELETE FROM ip_block WHERE expires_at <= :now")
                .param("now", utc(Instant.now()))
                .update();
    }

    int count() {
        return jdbc.sql("SELECT count(*) FROM ip_block").query(Integer.class).single();
    }

    /** Those of networks that an address is in. */
    List<IpBlock> containing(String address) {
        return jdbc.sql(FIND + "AND network >>= CAST(:address AS inet)")
                .param("now", utc(Instant.now()))
                .param("address", address)
                .query(IpBlockRepository::map)
                .list();
    }

    /** Networks that get nothing at all. */
    List<String> withoutAccess() {
        return jdbc.sql(FIND + "AND severity = 'no_access'")
                .param("now", utc(Instant.now()))
                .query((row, number) -> row.getString("network"))
                .list();
    }

    private static IpBlock map(ResultSet row, int number) throws SQLException {
        OffsetDateTime expiry = row.getObject("expires_at", OffsetDateTime.class);
        return new IpBlock(
                row.getString("id"),
                row.getString("network"),
                row.getString("severity"),
                row.getString("comment"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                expiry == null ? null : expiry.toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
