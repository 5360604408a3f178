package io.microblog.user.relation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.event.RelationshipEvent.UserUnblocked;
import io.microblog.event.RelationshipEvent.UserUnmuted;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.user.account.AccountService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Blocks, mutes and private notes. Doing the same again changes nothing and tells nobody. */
@Service
class SilenceService {

    private static final int NOTE_LENGTH = 2_000;

    private final RelationshipRepository relationships;
    private final FollowService follows;
    private final AccountService accounts;
    private final IdGenerator ids;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    SilenceService(
            RelationshipRepository relationships,
            FollowService follows,
            AccountService accounts,
            IdGenerator ids,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.relationships = relationships;
        this.follows = follows;
        this.accounts = accounts;
        this.ids = ids;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * Blocks somebody, which ends follows and requests both ways.
     *
     * @throws io.microblog.kit.problem.NotFound when there is no such account
     * @throws NotAllowed when it is one's own
     */
    @Transactional
    public void block(long from, long to) {
        requireOther(from, to);
        // Always in the same order, or two people who block each other at once would wait for each other for ever.
        Relationship first = relationships.lock(Math.min(from, to), Math.max(from, to));
        Relationship second = relationships.lock(Math.max(from, to), Math.min(from, to));
        Relationship own = first.fromId() == from ? first : second;
        follows.part(first);
        follows.part(second);
        if (own.block(ids.next())) {
            outbox.append(new UserBlocked(own.toState()));
        }
    }

    /** Lifts a block. What it ended does not come back. */
    @Transactional
    public void unblock(long from, long to) {
        accounts.require(to);
        relationships
                .findForUpdate(from, to)
                .filter(Relationship::unblock)
                .ifPresent(relationship -> outbox.append(new UserUnblocked(relationship.toState())));
    }

    /**
     * Mutes somebody.
     *
     * @param duration after which the mute ends by itself; zero for never
     * @throws NotAllowed when it is one's own account
     */
    @Transactional
    public void mute(long from, long to, boolean notifications, Duration duration) {
        requireOther(from, to);
        Instant until = duration.isZero() ? null : Instant.now().plus(duration).truncatedTo(ChronoUnit.MILLIS);
        Relationship relationship = relationships.lock(from, to);
        if (relationship.mute(ids.next(), notifications, until)) {
            outbox.append(new UserMuted(relationship.toState()));
        }
    }

    /** Lifts a mute. */
    @Transactional
    public void unmute(long from, long to) {
        accounts.require(to);
        relationships.findForUpdate(from, to).filter(Relationship::unmute).ifPresent(this::tellUnmuted);
    }

    /**
     * Keeps a note that only its author sees; an empty one removes it.
     *
     * @throws Invalid when it is too long
     */
    @Transactional
    public void annotate(long from, long to, String note) {
        accounts.require(to);
        if (note.length() > NOTE_LENGTH) {
            throw Invalid.field("comment", "ERR_TOO_LONG", "is too long (maximum is " + NOTE_LENGTH + " characters)");
        }
        relationships.lock(from, to).annotate(note.strip());
    }

    /** Ends all that one has with somebody, such as when one's account is erased. */
    @Transactional
    public void endAll(long from, long to) {
        relationships.findForUpdate(from, to).ifPresent(relationship -> {
            follows.part(relationship);
            if (relationship.unblock()) {
                outbox.append(new UserUnblocked(relationship.toState()));
            }
            if (relationship.unmute()) {
                tellUnmuted(relationship);
            }
            relationship.annotate("");
        });
    }

    /** A mute that is over is treated as none at once; this tells the others, who may not look at the clock. */
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void endMutes() {
        for (Relationship ended : relationships.findEndedMutes(Instant.now())) {
            transaction.executeWithoutResult(status -> relationships
                    .findForUpdate(ended.fromId(), ended.toId())
                    .filter(relationship -> !relationship.isMuting(Instant.now()) && relationship.unmute())
                    .ifPresent(this::tellUnmuted));
        }
    }

    private void tellUnmuted(Relationship relationship) {
        outbox.append(new UserUnmuted(relationship.toState()));
    }

    private void requireOther(long from, long to) {
        accounts.require(to);
        if (from == to) {
            throw new NotAllowed("You cannot do that to yourself");
        }
    }
}
