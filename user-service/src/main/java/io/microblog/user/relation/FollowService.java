package io.microblog.user.relation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.microblog.event.AccountState;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Counters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes who follows whom. Doing the same again changes nothing and tells nobody. */
@Service
class FollowService {

    private static final FollowOptions AS_IT_IS = new FollowOptions(null, null, null);

    private final RelationshipRepository relationships;
    private final AccountService accounts;
    private final Counters counters;
    private final IdGenerator ids;
    private final Outbox outbox;

    FollowService(
            RelationshipRepository relationships,
            AccountService accounts,
            Counters counters,
            IdGenerator ids,
            Outbox outbox) {
        this.relationships = relationships;
        this.accounts = accounts;
        this.counters = counters;
        this.ids = ids;
        this.outbox = outbox;
    }

    /**
     * Follows, asks to follow when the other wants to be asked, or changes how one follows.
     *
     * @throws NotFound when there is no such account, or it is closed
     * @throws NotAllowed when it is one's own
     */
    @Transactional
    public void follow(long from, long to, FollowOptions options) {
        AccountState target = accounts.require(to);
        if (from == to) {
            throw new NotAllowed("You cannot follow yourself");
        }
        if (target.suspended()) {
            throw new NotFound();
        }
        relationships.prepare(from, to);
        Relationship relationship = lock(from, to).orElseThrow();
        if (target.locked() && !relationship.isFollowing()) {
            if (relationship.request(options, ids.next())) {
                counters.countRequest(to, 1);
            }
        } else {
            begin(relationship, options);
        }
    }

    /** Ends a follow, or takes back the wish for one. */
    @Transactional
    public void unfollow(long from, long to) {
        accounts.require(to);
        lock(from, to).ifPresent(relationship -> {
            dropRequest(relationship);
            if (relationship.unfollow()) {
                counters.countFollow(from, to, -1);
                outbox.append(new UserUnfollowed(relationship.toState()));
            }
        });
    }

    /**
     * Lets somebody who asked follow.
     *
     * @throws NotFound when they did not ask
     */
    @Transactional
    public void authorize(long owner, long requester) {
        begin(requireRequest(owner, requester), AS_IT_IS);
    }

    /**
     * Refuses somebody who asked.
     *
     * @throws NotFound when they did not ask
     */
    @Transactional
    public void reject(long owner, long requester) {
        dropRequest(requireRequest(owner, requester));
    }

    private void begin(Relationship relationship, FollowOptions options) {
        boolean isNew = !relationship.isFollowing();
        dropRequest(relationship);
        if (relationship.follow(options, ids.next(), Instant.now().truncatedTo(ChronoUnit.MILLIS))) {
            if (isNew) {
                counters.countFollow(relationship.fromId(), relationship.toId(), 1);
            }
            outbox.append(new UserFollowed(relationship.toState()));
        }
    }

    private void dropRequest(Relationship relationship) {
        if (relationship.dropRequest()) {
            counters.countRequest(relationship.toId(), -1);
        }
    }

    private Relationship requireRequest(long owner, long requester) {
        return lock(requester, owner).filter(Relationship::isRequested).orElseThrow(NotFound::new);
    }

    private Optional<Relationship> lock(long from, long to) {
        return relationships.findForUpdate(from, to).stream().findFirst();
    }
}
