package io.microblog.user.replica;

import java.util.List;

import io.microblog.event.AccountState;
import io.microblog.event.RelationshipState;
import io.microblog.internal.AccountReplicaApi;
import io.microblog.internal.RelationshipReplicaApi;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

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

    private final AccountReplicaApi accountsOfPosts;
    private final RelationshipReplicaApi relationshipsOfPosts;
    private final RelationshipReplicaApi relationshipsOfNotifications;

    Replicas(HttpServiceProxyRegistry services) {
        this.accountsOfPosts = services.getClient("post-service", AccountReplicaApi.class);
        this.relationshipsOfPosts = services.getClient("post-service", RelationshipReplicaApi.class);
        this.relationshipsOfNotifications = services.getClient("notification-service", RelationshipReplicaApi.class);
    }

    /**
     * Puts an account's state in force.
     *
     * @throws NotInForce when that could not be done
     */
    public void enforce(AccountState account) {
        enforce(() -> accountsOfPosts.put(List.of(account)));
    }

    /** The same for what allows more than before, and so may come late. */
    public void tell(AccountState account) {
        tell(() -> accountsOfPosts.put(List.of(account)));
    }

    /**
     * Puts in force who follows whom.
     *
     * @throws NotInForce when that could not be done
     */
    public void enforceFollows(List<RelationshipState> states) {
        enforce(() -> relationshipsOfPosts.put(states));
    }

    /** The same for what allows more than before. */
    public void tellFollows(List<RelationshipState> states) {
        tell(() -> relationshipsOfPosts.put(states));
    }

    /**
     * Puts in force who wants to hear nothing of whom.
     *
     * @throws NotInForce when that could not be done
     */
    public void enforceSilence(List<RelationshipState> states) {
        enforce(() -> relationshipsOfPosts.put(states));
        enforce(() -> relationshipsOfNotifications.put(states));
    }

    /** The same for what allows more than before. */
    public void tellSilence(List<RelationshipState> states) {
        tell(() -> relationshipsOfPosts.put(states));
        tell(() -> relationshipsOfNotifications.put(states));
    }

    private static void enforce(Runnable change) {
        try {
            attempt(change);
        } catch (Unavailable failed) {
            throw new NotInForce(failed);
        }
    }

    private static void tell(Runnable change) {
        try {
            attempt(change);
        } catch (Unavailable late) {
            LOG.info("A replica will learn of a change by its event", late);
        }
    }

    private static void attempt(Runnable change) {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "The change is not committed yet");
        try {
            change.run();
        } catch (RestClientException | NotFound failed) {
            throw new Unavailable("A replica could not be written", failed);
        }
    }
}
