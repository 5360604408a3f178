package io.microblog.user.invite;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps invitations, and who came by which. */
@Repository
class InviteRepository {

    private static final String IN_GOOD_STANDING =
            "NOT EXISTS (SELECT FROM account a WHERE a.id = owner_id AND (a.suspended OR a.disabled))";

    private final JdbcClient jdbc;

    InviteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps one, unless its owner has so many that count already. */
    boolean add(Invite invite, int most) {
        return jdbc.sql("""
                INSERT INTO invite (id, owner_id, code, max_uses, created_at, expires_at)
                SELECT :id, :owner, :code, :max, :now, :expiry
                WHERE (SELECT count(*) FROM invite i WHERE i.owner_id = :owner AND i.revoked_at IS NULL
                        AND (i.expires_at IS NULL OR i.expires_at > :now)) < :most
                """)
                        .param("id", invite.id())
                        .param("owner", invite.ownerId())
                        .param("code", invite.code())
                        .param("max", invite.maxUses(), Types.INTEGER)
                        .param("now", utc(invite.createdAt()))
                        .param(
                                "expiry",
                                invite.expiresAt() == null ? null : utc(invite.expiresAt()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("most", most)
                        .update()
                == 1;
    }

    Optional<Invite> find(long id) {
        return jdbc.sql("SELECT * FROM invite WHERE id = :id")
                .param("id", id)
                .query(InviteRepository::map)
                .optional();
    }

    /** The one with this code, unless its owner may do nothing here. */
    Optional<Invite> find(String code) {
        return jdbc.sql("SELECT * FROM invite WHERE code = :code AND " + IN_GOOD_STANDING)
                .param("code", code)
                .query(InviteRepository::map)
                .optional();
    }

    /** A part of them, the newest first; of one person where that is wished. */
    List<Invite> list(@Nullable Long owner, Page page) {
        return page.newestFirst(jdbc.sql("SELECT * FROM invite WHERE id < :below AND id > :above"
                        + " AND (CAST(:owner AS bigint) IS NULL OR owner_id = :owner)"
                        + " ORDER BY id " + page.order() + " LIMIT :limit")
                .param("below", page.below())
                .param("above", page.above())
                .param("owner", owner, Types.BIGINT)
                .param("limit", page.limit())
                .query(InviteRepository::map)
                .list());
    }

    /** Ends one; whether it counted until now. */
    boolean revoke(long id) {
        return jdbc.sql("UPDATE invite SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("now", utc(Instant.now()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends all of somebody's. */
    void revokeAllOf(long owner) {
        jdbc.sql("UPDATE invite SET revoked_at = :now WHERE owner_id = :owner AND revoked_at IS NULL")
                .param("now", utc(Instant.now()))
                .param("owner", owner)
                .update();
    }

    /** Counts one more account; false when there is no room for it, or the invitation or its owner was stopped. */
    boolean count(long id) {
        return jdbc.sql("UPDATE invite SET uses = uses + 1 WHERE id = :id AND revoked_at IS NULL"
                                + " AND (max_uses IS NULL OR uses < max_uses) AND " + IN_GOOD_STANDING)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Keeps by which invitation somebody came. */
    void note(long accountId, long inviteId) {
        jdbc.sql("INSERT INTO invited_account (account_id, invite_id, inviter_id)"
                        + " SELECT :account, id, owner_id FROM invite WHERE id = :invite")
                .param("account", accountId)
                .param("invite", inviteId)
                .update();
    }

    private static Invite map(ResultSet row, int number) throws SQLException {
        return new Invite(
                row.getLong("id"),
                row.getLong("owner_id"),
                row.getString("code"),
                row.getObject("max_uses", Integer.class),
                row.getInt("uses"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
