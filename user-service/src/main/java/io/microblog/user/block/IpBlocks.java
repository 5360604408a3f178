package io.microblog.user.block;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Blocks networks, and decides what is kept from an address. */
@Service
public class IpBlocks {

    /** Gateways take so many. */
    private static final int MOST = 10_000;

    /** From here the server asks itself whether it is well. */
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    private static final int COMMENT_LENGTH = 500;
    private static final Duration LONGEST = Duration.ofDays(5 * 366L);

    private final IpBlockRepository repository;
    private final IdGenerator ids;
    private final AuditLog log;

    IpBlocks(IpBlockRepository repository, IdGenerator ids, AuditLog log) {
        this.repository = repository;
        this.ids = ids;
        this.log = log;
    }

    /**
     * What a moderator wishes; what is not said stays as it is.
     *
     * @param ip the network, or an address
     * @param expiresIn after how many seconds it ends by itself
     */
    record Wish(
            @Nullable String ip,
            @Nullable String severity,
            @Nullable String comment,
            @Nullable Long expiresIn) {}

    /** How an address is blocked; empty when it is not. Of several networks that it is in, the worst counts. */
    @Transactional(readOnly = true)
    public Optional<IpSeverity> severityOf(String address) {
        return containing(address).stream()
                .map(block -> IpSeverity.of(block.severity()))
                .max(Comparator.naturalOrder());
    }

    /** Whether an address gets nothing at all. */
    public boolean deniesAccess(String address) {
        return severityOf(address).filter(IpSeverity.NO_ACCESS::equals).isPresent();
    }

    private List<IpBlock> containing(String address) {
        return IpNetwork.peer(address).map(repository::containing).orElse(List.of());
    }

    /** The networks that get nothing at all. */
    List<String> withoutAccess() {
        return repository.withoutAccess();
    }

    /** A part of them, the newest first. */
    List<IpBlock> list(Page page) {
        return repository.list(page);
    }

    /**
     * One of them.
     *
     * @throws NotFound when there is none with this id
     */
    IpBlock require(long id) {
        return repository.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Blocks a network.
     *
     * @param peer where the moderator comes from
     * @throws Invalid naming the field that cannot be accepted, or where there are too many
     */
    @Transactional
    public IpBlock add(long actor, String peer, Wish wish) {
        if (repository.count() >= MOST) {
            throw Invalid.field("ip", "ERR_TOO_MANY", "there are " + MOST + " blocks already; lift one first");
        }
        IpSeverity severity = IpSeverity.of(wish.severity());
        String network = IpNetwork.check(wish.ip());
        Instant expiry = wish.expiresIn() == null ? null : expiry(wish.expiresIn());
        String comment = comment(Objects.requireNonNullElse(wish.comment(), ""));
        return save(actor, peer, AuditedAction.CREATE_IP_BLOCK, ids.next(), network, severity, comment, expiry);
    }

    /**
     * Changes what is said of it.
     *
     * @throws NotFound when there is none with this id
     * @throws Invalid naming the field that cannot be accepted
     */
    @Transactional
    public IpBlock change(long actor, String peer, long id, Wish wish) {
        IpBlock block = require(id);
        IpSeverity severity = IpSeverity.of(wish.severity() == null ? block.severity() : wish.severity());
        String network = IpNetwork.check(wish.ip() == null ? block.ip() : wish.ip());
        Instant expiry = wish.expiresIn() == null ? block.expiresAt() : expiry(wish.expiresIn());
        String comment = comment(wish.comment() == null ? block.comment() : wish.comment());
        return save(actor, peer, AuditedAction.UPDATE_IP_BLOCK, id, network, severity, comment, expiry);
    }

    private IpBlock save(
            long actor,
            String peer,
            AuditedAction noted,
            long id,
            String network,
            IpSeverity severity,
            String comment,
            @Nullable Instant expiry) {
        if (!repository.save(id, network, severity, comment, expiry)) {
            throw Invalid.field("ip", "ERR_TAKEN", "has already been taken");
        }
        if (severity == IpSeverity.NO_ACCESS && deniesAccess(peer)) {
            throw Invalid.field("ip", "ERR_INVALID", "would keep you out, too");
        }
        if (severity == IpSeverity.NO_ACCESS && LOOPBACK.stream().anyMatch(this::deniesAccess)) {
            throw Invalid.field("ip", "ERR_INVALID", "would keep this server out, too");
        }
        IpBlock block = require(id);
        log.note(actor, noted, null, id, block.ip() + " " + block.severity());
        return block;
    }

    /** Lets its people in again. */
    @Transactional
    public void delete(long actor, long id) {
        lift(actor, require(id));
    }

    /**
     * Lets an address in again, on an operator's word: no network is blocked any more that it is in.
     *
     * @throws NotFound when it is in none
     */
    @Transactional
    public void letIn(String address) {
        List<IpBlock> blocks = containing(address);
        if (blocks.isEmpty()) {
            throw new NotFound();
        }
        blocks.forEach(block -> lift(null, block));
    }

    private void lift(@Nullable Long actor, IpBlock block) {
        long id = Long.parseLong(block.id());
        repository.delete(id);
        log.note(actor, AuditedAction.DELETE_IP_BLOCK, null, id, block.ip());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetExpired() {
        repository.forgetExpired();
    }

    private static Instant expiry(long seconds) {
        if (seconds < 1 || seconds > LONGEST.toSeconds()) {
            throw Invalid.field(
                    "expires_in", "ERR_INVALID", "must be between 1 and " + LONGEST.toSeconds() + " seconds");
        }
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
    }

    private static String comment(String text) {
        if (text.length() > COMMENT_LENGTH) {
            throw Invalid.field(
                    "comment", "ERR_TOO_LONG", "is too long (maximum is " + COMMENT_LENGTH + " characters)");
        }
        return text.strip();
    }
}
