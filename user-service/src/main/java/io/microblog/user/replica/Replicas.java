package io.microblog.user.replica;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.microblog.event.AccountState;
import io.microblog.event.RelationshipState;
import io.microblog.kit.client.ServiceClients;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClientException;

/**
 * Writes what people have decided through to the services that act on it, so that it is in force when they are answered.
 * The event says the same and remains the guarantee; whichever comes second changes nothing.
 *
 * <p>Always called after the transaction: nobody may act on what could still be rolled back, and no connection to the
 * database waits for another service.
 */
@Service
public class Replicas {

    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);

    /** Two attempts at each of two services fit into the time that the gateway waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReplicaKeeper posts;
    private final ReplicaKeeper notifications;

    Replicas(ServiceClients clients) {
        this.posts = clients.create(ReplicaKeeper.class, "post-service", PATIENCE);
        this.notifications = clients.create(ReplicaKeeper.class, "notification-service", PATIENCE);
    }

    /**
     * Puts an account's state in force.
     *
     * @throws NotInForce when that could not be done
     */
    public void enforce(AccountState account) {
        enforce(posts, keeper -> keeper.accounts(List.of(account)));
    }

    /** The same for what allows more than before, and so may come late. */
    public void tell(AccountState account) {
        tell(posts, keeper -> keeper.accounts(List.of(account)));
    }

    /**
     * Puts in force who follows whom.
     *
     * @throws NotInForce when that could not be done
     */
    public void enforceFollows(List<RelationshipState> states) {
        enforce(posts, keeper -> keeper.relationships(states));
    }

    /** The same for what allows more than before. */
    public void tellFollows(List<RelationshipState> states) {
        tell(posts, keeper -> keeper.relationships(states));
    }

    /**
     * Puts in force who wants to hear nothing of whom.
     *
     * @throws NotInForce when that could not be done
     */
    public void enforceSilence(List<RelationshipState> states) {
        enforce(posts, keeper -> keeper.relationships(states));
        enforce(notifications, keeper -> keeper.relationships(states));
    }

    /** The same for what allows more than before. */
    public void tellSilence(List<RelationshipState> states) {
        tell(posts, keeper -> keeper.relationships(states));
        tell(notifications, keeper -> keeper.relationships(states));
    }

    /** Twice, for a connection that was kept may have been closed by a restart. */
    private static void enforce(ReplicaKeeper keeper, Consumer<ReplicaKeeper> change) {
        try {
            attempt(keeper, change);
        } catch (Unavailable first) {
            try {
                attempt(keeper, change);
            } catch (Unavailable again) {
                throw new NotInForce(again);
            }
        }
    }

    private static void tell(ReplicaKeeper keeper, Consumer<ReplicaKeeper> change) {
        try {
            attempt(keeper, change);
        } catch (Unavailable late) {
            LOG.info("A replica will learn of a change by its event", late);
        }
    }

    private static void attempt(ReplicaKeeper keeper, Consumer<ReplicaKeeper> change) {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "The change is not committed yet");
        try {
            change.accept(keeper);
        } catch (RestClientException | NotFound failed) {
            throw new Unavailable("A replica could not be written", failed);
        }
    }
}
