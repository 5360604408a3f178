package io.microblog.user.relation;

import java.util.List;
import java.util.stream.Stream;

import io.microblog.event.RelationshipState;
import io.microblog.user.replica.Replicas;
import org.springframework.stereotype.Component;

/**
 * Puts what holds between two people in force everywhere before they are answered, also where nothing changed: somebody
 * may be trying again. What takes something away has to arrive; what gives something may come with its event.
 */
@Component
class Enforcement {

    private final RelationshipRepository relationships;
    private final Replicas replicas;

    Enforcement(RelationshipRepository relationships, Replicas replicas) {
        this.relationships = relationships;
        this.replicas = replicas;
    }

    void followBegan(long one, long other) {
        replicas.tellFollows(between(one, other));
    }

    void followEnded(long one, long other) {
        replicas.enforceFollows(between(one, other));
    }

    void silenceBegan(long one, long other) {
        replicas.enforceSilence(between(one, other));
    }

    void silenceEnded(long one, long other) {
        replicas.tellSilence(between(one, other));
    }

    private List<RelationshipState> between(long one, long other) {
        return Stream.concat(
                        relationships.findFrom(one, List.of(other)).stream(),
                        relationships.findFrom(other, List.of(one)).stream())
                .map(Relationship::toState)
                .toList();
    }
}
