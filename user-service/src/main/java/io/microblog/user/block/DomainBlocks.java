package io.microblog.user.block;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.login.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the domains whose addresses nobody signs up with. */
@Service
class DomainBlocks {

    private static final int DAYS = 7;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final AuditLog log;

    DomainBlocks(JdbcClient jdbc, IdGenerator ids, AuditLog log) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.log = log;
    }

    private record Row(long id, String domain, Instant createdAt) {

        private static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getString("domain"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        }
    }

    private record Use(long blockId, LocalDate day, int attempts) {

        private static Use of(ResultSet row, int number) throws SQLException {
            return new Use(row.getLong("block_id"), row.getObject("day", LocalDate.class), row.getInt("attempts"));
        }
    }

    /** A part of them, the newest first. */
    List<EmailDomainBlock> list(Page page) {
        return show(page.newestFirst(jdbc.sql(
                        "SELECT id, domain, created_at FROM email_domain_block WHERE id < :below AND id > :above ORDER BY id "
                                + page.order() + " LIMIT :limit")
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(Row::of)
                .list()));
    }

    /**
     * One of them.
     *
     * @throws NotFound when there is none with this id
     */
    EmailDomainBlock require(long id) {
        return show(jdbc.sql("SELECT id, domain, created_at FROM email_domain_block WHERE id = :id")
                        .param("id", id)
                        .query(Row::of)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Blocks a domain, with all below it.
     *
     * @throws Invalid when it is none, or blocked already
     */
    @Transactional
    EmailDomainBlock add(long actor, @Nullable String wish) {
        String address = EmailAddress.canonical(
                "x@" + Objects.requireNonNullElse(wish, "").strip());
        String domain = address.substring(2);
        if (domain.isEmpty()) {
            throw Invalid.field("domain", "ERR_BLANK", "can't be blank");
        }
        if (!EmailAddress.isValid(address)) {
            throw Invalid.field("domain", "ERR_INVALID", "is not a valid domain");
        }
        long id = ids.next();
        int added = jdbc.sql("INSERT INTO email_domain_block VALUES (:id, :domain, :now) ON CONFLICT DO NOTHING")
                .param("id", id)
                .param("domain", domain)
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw Invalid.field("domain", "ERR_TAKEN", "has already been taken");
        }
        log.note(actor, AuditedAction.CREATE_EMAIL_DOMAIN_BLOCK, null, id, domain);
        return require(id);
    }

    /** Lets people sign up with its addresses again. */
    @Transactional
    void delete(long actor, long id) {
        EmailDomainBlock block = require(id);
        jdbc.sql("DELETE FROM email_domain_block WHERE id = :id")
                .param("id", id)
                .update();
        log.note(actor, AuditedAction.DELETE_EMAIL_DOMAIN_BLOCK, null, id, block.domain());
    }

    private List<EmailDomainBlock> show(List<Row> rows) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<Long, Map<LocalDate, Integer>> uses = rows.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT * FROM email_domain_block_use WHERE block_id IN (:ids) AND day > :before")
                        .param("ids", rows.stream().map(Row::id).toList())
                        .param("before", today.minusDays(DAYS))
                        .query(Use::of)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Use::blockId, Collectors.toMap(Use::day, Use::attempts)));
        return rows.stream()
                .map(row -> new EmailDomainBlock(
                        String.valueOf(row.id()),
                        row.domain(),
                        row.createdAt(),
                        history(today, uses.getOrDefault(row.id(), Map.of()))))
                .toList();
    }

    private static List<EmailDomainBlock.Day> history(LocalDate today, Map<LocalDate, Integer> uses) {
        return IntStream.range(0, DAYS)
                .mapToObj(today::minusDays)
                .map(day -> {
                    String attempts = String.valueOf(uses.getOrDefault(day, 0));
                    long begin = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
                    return new EmailDomainBlock.Day(String.valueOf(begin), attempts, attempts);
                })
                .toList();
    }
}
