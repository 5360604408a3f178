package io.microblog.internal;

import java.util.List;

import io.microblog.event.RelationshipState;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A service that keeps a replica of relationships. It takes a state over as from the event, which says the same. */
@HttpExchange("/internal/relationship-states")
public interface RelationshipReplicaApi {

    /** Puts relationships in force before their event arrives. */
    @PutExchange
    void put(@RequestBody List<RelationshipState> states);
}
