package io.microblog.user.block;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.login.AddressForgotten;
import io.microblog.user.login.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the mailboxes that nobody signs up with, however their address is spelt. */
@Service
class CanonicalBlocks {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final AuditLog log;

    CanonicalBlocks(JdbcClient jdbc, IdGenerator ids, AuditLog log) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.log = log;
    }

    /** The API's {@code Admin::CanonicalEmailBlock}. */
    @SchemaName("AdminCanonicalEmailBlock")
    record CanonicalBlock(String id, String canonicalEmailHash) {}

    /** A part of them, the newest first. */
    List<CanonicalBlock> list(Page page) {
        return page.newestFirst(
                jdbc.sql("SELECT id, hash FROM canonical_email_block WHERE id < :below AND id > :above ORDER BY id "
                                + page.order() + " LIMIT :limit")
                        .param("below", page.below())
                        .param("above", page.above())
                        .param("limit", page.limit())
                        .query((row, number) -> new CanonicalBlock(row.getString("id"), row.getString("hash")))
                        .list());
    }

    /**
     * One of them.
     *
     * @throws NotFound when there is none with this id
     */
    CanonicalBlock require(long id) {
        return jdbc.sql("SELECT id, hash FROM canonical_email_block WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new CanonicalBlock(row.getString("id"), row.getString("hash")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Those that an address falls under: one, or none. */
    List<CanonicalBlock> matching(@Nullable String email) {
        return jdbc.sql("SELECT id, hash FROM canonical_email_block WHERE hash = :hash")
                .param("hash", hashOf(email))
                .query((row, number) -> new CanonicalBlock(row.getString("id"), row.getString("hash")))
                .list();
    }

    /**
     * Blocks a mailbox; again it changes nothing.
     *
     * @param hash in place of an address that is not known here
     * @throws Invalid when there is neither an address nor a hash
     */
    @Transactional
    CanonicalBlock add(long actor, @Nullable String email, @Nullable String hash) {
        String blocked = hash == null || hash.isBlank() ? hashOf(email) : checked(hash);
        long id = insert(blocked);
        log.note(actor, AuditedAction.CREATE_CANONICAL_EMAIL_BLOCK, null, id, blocked);
        return require(id);
    }

    /** Whoever was closed out and erased does not come back with the same mailbox, of which a hash is left. */
    @EventListener
    void on(AddressForgotten forgotten) {
        insert(MailboxHash.of(forgotten.email()));
    }

    private long insert(String hash) {
        return jdbc.sql("""
                INSERT INTO canonical_email_block VALUES (:id, :hash, :now)
                ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash RETURNING id
                """)
                .param("id", ids.next())
                .param("hash", hash)
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Lets somebody sign up with the mailbox again. */
    @Transactional
    CanonicalBlock delete(long actor, long id) {
        CanonicalBlock block = require(id);
        jdbc.sql("DELETE FROM canonical_email_block WHERE id = :id")
                .param("id", id)
                .update();
        log.note(actor, AuditedAction.DELETE_CANONICAL_EMAIL_BLOCK, null, id, block.canonicalEmailHash());
        return block;
    }

    private static String hashOf(@Nullable String email) {
        String address = Objects.requireNonNullElse(email, "").strip();
        if (address.isEmpty()) {
            throw Invalid.field("email", "ERR_BLANK", "can't be blank");
        }
        return MailboxHash.of(EmailAddress.canonical(address));
    }

    private static String checked(String hash) {
        String text = hash.strip().toLowerCase(Locale.ROOT);
        if (!HASH.matcher(text).matches()) {
            throw Invalid.field("canonical_email_hash", "ERR_INVALID", "is not a SHA-256 hash in hexadecimal digits");
        }
        return text;
    }
}
