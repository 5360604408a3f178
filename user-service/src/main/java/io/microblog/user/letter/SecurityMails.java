package io.microblog.user.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.microblog.internal.SecurityMail;
import io.microblog.internal.ToldStrike;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.secret.SignedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has security mails sent to the owners of accounts, and recognises the links in them. */
@Service
public class SecurityMails implements LetterSource {

    private static final String INSERT = """
        INSERT INTO security_letter (event_id, kind, account_id, email, detail, strike_id, created_at, expires_at)
        VALUES (:id, :kind, :account, :email, :detail, :strike, :now, :expiry)
        """;
    private static final String FIND = """
        SELECT l.event_id, l.kind, l.account_id, a.username, coalesce(l.email, g.email) AS email, g.locale, g.time_zone,
               l.detail, l.created_at, l.expires_at,
               s.id AS strike, s.action, s.text, s.post_ids, s.ends_at, s.appeal, s.appeal_state
        FROM security_letter l JOIN account a ON a.id = l.account_id JOIN login g ON g.account_id = a.id
        LEFT JOIN strike s ON s.id = l.strike_id
        WHERE l.event_id = :id AND l.expires_at > :now
        """;

    private final JdbcClient jdbc;
    private final SignedIds ids;
    private final BaseUrl base;
    private final Outbox outbox;

    SecurityMails(JdbcClient jdbc, SignedIds ids, BaseUrl base, Outbox outbox) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.base = base;
        this.outbox = outbox;
    }

    /** Has a letter sent to the account's address. Part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(LetterKind kind, long accountId, String detail) {
        return send(kind, accountId, null, detail);
    }

    /** The same about something that moderators did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(LetterKind kind, long accountId, String detail, long strikeId) {
        UUID id = insert(kind, accountId, null, detail, strikeId);
        outbox.append(id, kind.event(accountId));
        return id;
    }

    /** The same to an address of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(LetterKind kind, long accountId, @Nullable String email, String detail) {
        UUID id = insert(kind, accountId, email, detail, null);
        outbox.append(id, kind.event(accountId));
        return id;
    }

    /** Does the work of sending for an address that nobody has, so that the answer takes as long. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID pretend(LetterKind kind) {
        return insert(kind, null, null, "", null);
    }

    /** The letter whose link has this token; empty when the link is wrong, used or too old. */
    public Optional<UUID> read(LetterKind kind, String token) {
        return ids.read(kind.name(), token);
    }

    /** Whose letter it is, while its link works. */
    public Optional<Long> ownerOf(LetterKind kind, UUID id) {
        return jdbc.sql("SELECT account_id FROM security_letter"
                        + " WHERE event_id = :id AND kind = :kind AND account_id IS NOT NULL AND expires_at > :now")
                .param("id", id)
                .param("kind", kind.name())
                .param("now", utc(Instant.now()))
                .query(Long.class)
                .optional();
    }

    /** The strike that a letter is about, while its link works. */
    public Optional<Long> strikeOf(UUID id) {
        return jdbc.sql("SELECT strike_id FROM security_letter"
                        + " WHERE event_id = :id AND strike_id IS NOT NULL AND expires_at > :now")
                .param("id", id)
                .param("now", utc(Instant.now()))
                .query(Long.class)
                .optional();
    }

    /** Makes a link worthless; whether it was still good. Only one caller is told so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(UUID id) {
        return jdbc.sql("DELETE FROM security_letter WHERE event_id = :id AND expires_at > :now")
                        .param("id", id)
                        .param("now", utc(Instant.now()))
                        .update()
                == 1;
    }

    /**
     * Makes every link worthless that proves something about an account. Whatever changes how the account is signed in to
     * ends them: a link was written for the state of before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endLinks(long accountId) {
        jdbc.sql("DELETE FROM security_letter WHERE account_id = :account AND kind IN (:kinds)")
                .param("account", accountId)
                .param("kinds", LetterKind.secretOnes())
                .update();
    }

    /** Deletes all letters of an account: what is due is not sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long accountId) {
        jdbc.sql("DELETE FROM security_letter WHERE account_id = :account")
                .param("account", accountId)
                .update();
    }

    @Override
    public Optional<SecurityMail> find(UUID eventId) {
        return jdbc.sql(FIND)
                .param("id", eventId)
                .param("now", utc(Instant.now()))
                .query(this::mail)
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
    void forgetExpired() {
        jdbc.sql("DELETE FROM security_letter WHERE expires_at < :now")
                .param("now", utc(Instant.now()))
                .update();
    }

    private UUID insert(
            LetterKind kind, @Nullable Long accountId, @Nullable String email, String detail, @Nullable Long strikeId) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("kind", kind.name())
                .param("account", accountId, Types.BIGINT)
                .param("email", email, Types.VARCHAR)
                .param("detail", detail)
                .param("strike", strikeId, Types.BIGINT)
                .param("now", utc(now))
                .param("expiry", utc(now.plus(kind.lifetime())))
                .update();
        return id;
    }

    private SecurityMail mail(ResultSet row, int number) throws SQLException {
        LetterKind kind = LetterKind.valueOf(row.getString("kind"));
        UUID id = row.getObject("event_id", UUID.class);
        String token = kind.isSecret() ? ids.sign(kind.name(), id) : "";
        return new SecurityMail(
                row.getString("account_id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("locale"),
                row.getString("time_zone"),
                base.resolve(kind.path() + token),
                kind.isSecret() ? instant(row, "expires_at") : null,
                instant(row, "created_at"),
                row.getString("detail"),
                strike(row));
    }

    private static @Nullable ToldStrike strike(ResultSet row) throws SQLException {
        OffsetDateTime end = row.getObject("ends_at", OffsetDateTime.class);
        return row.getString("strike") == null
                ? null
                : new ToldStrike(
                        row.getString("strike"),
                        row.getString("action"),
                        row.getString("text"),
                        posts(row),
                        end == null ? null : end.toInstant(),
                        row.getString("appeal"),
                        row.getString("appeal_state"));
    }

    private static List<String> posts(ResultSet row) throws SQLException {
        return Arrays.stream((Long[]) row.getArray("post_ids").getArray())
                .map(String::valueOf)
                .toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
