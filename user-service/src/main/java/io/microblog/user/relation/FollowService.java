package io.microblog.user.relation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.microblog.event.AccountState;
import io.microblog.event.RelationshipEvent.FollowRejected;
import io.microblog.event.RelationshipEvent.FollowRequested;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
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
     * @throws NotAllowed when it is one's own, or one of the two blocks the other
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
        Relationship relationship = relationships.lock(from, to);
        if (relationship.isBlocking() || relationships.isBlocking(to, from)) {
            throw new NotAllowed();
        }
        if ((target.locked() || target.limited()) && !relationship.isFollowing()) {
            ask(relationship, options);
        } else {
            begin(relationship, options);
        }
    }

    /** Ends a follow, or takes back the wish for one. */
    @Transactional
    public void unfollow(long from, long to) {
        accounts.require(to);
        relationships.findForUpdate(from, to).ifPresent(this::part);
    }

    /**
     * Shows somebody in one's profile until one follows them no more.
     *
     * @throws NotFound when there is no such account, or it is closed
     * @throws Invalid when one does not follow them
     */
    @Transactional
    public void endorse(long from, long to) {
        if (accounts.require(to).suspended()) {
            throw new NotFound();
        }
        relationships
                .findForUpdate(from, to)
                .filter(Relationship::isFollowing)
                .orElseThrow(() -> new Invalid("You must be following the account you want to endorse"))
                .endorse(ids.next());
    }

    /** Shows somebody in one's profile no more. */
    @Transactional
    public void unendorse(long from, long to) {
        accounts.require(to);
        relationships.findForUpdate(from, to).ifPresent(Relationship::unendorse);
    }

    /** Ends all that one had with the other as a follower, or wanted to have. */
    void part(Relationship relationship) {
        if (relationship.dropRequest()) {
            counters.countRequest(relationship.toId(), -1);
            outbox.append(new FollowRejected(relationship.toState()));
        }
        if (relationship.unfollow()) {
            counters.countFollow(relationship.fromId(), relationship.toId(), -1);
            outbox.append(new UserUnfollowed(relationship.toState()));
        }
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

    /** Lets somebody follow who asked, and may have taken it back by now. */
    @Transactional
    public void admit(long owner, long requester) {
        relationships
                .findForUpdate(requester, owner)
                .filter(Relationship::isRequested)
                .ifPresent(relationship -> begin(relationship, AS_IT_IS));
    }

    /**
     * Refuses somebody who asked.
     *
     * @throws NotFound when they did not ask
     */
    @Transactional
    public void reject(long owner, long requester) {
        part(requireRequest(owner, requester));
    }

    private void ask(Relationship relationship, FollowOptions options) {
        boolean fresh = relationship.request(options, ids.next(), now());
        if (fresh) {
            counters.countRequest(relationship.toId(), 1);
            outbox.append(new FollowRequested(relationship.toState()));
        }
    }

    private void begin(Relationship relationship, FollowOptions options) {
        boolean isNew = !relationship.isFollowing();
        if (relationship.dropRequest()) {
            counters.countRequest(relationship.toId(), -1);
        }
        if (relationship.follow(options, ids.next(), now())) {
            if (isNew) {
                counters.countFollow(relationship.fromId(), relationship.toId(), 1);
            }
            outbox.append(new UserFollowed(relationship.toState()));
        }
    }

    private Relationship requireRequest(long owner, long requester) {
        return relationships
                .findForUpdate(requester, owner)
                .filter(Relationship::isRequested)
                .orElseThrow(NotFound::new);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
