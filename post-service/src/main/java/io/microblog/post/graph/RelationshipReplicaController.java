package io.microblog.post.graph;

import java.util.List;

import io.microblog.event.RelationshipState;
import io.microblog.internal.RelationshipReplicaApi;
import io.microblog.kit.security.InternalOnly;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes over what has to be in force before its event arrives, which says the same. */
@RestController
@InternalOnly("user-service")
class RelationshipReplicaController implements RelationshipReplicaApi {

    private final RelationshipReplica relationships;

    RelationshipReplicaController(RelationshipReplica relationships) {
        this.relationships = relationships;
    }

    /** Each in a transaction of its own, as events come. */
    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void put(List<RelationshipState> states) {
        states.forEach(relationships::put);
    }
}
