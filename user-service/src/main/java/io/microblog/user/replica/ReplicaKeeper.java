package io.microblog.user.replica;

import java.util.List;

import io.microblog.event.AccountState;
import io.microblog.event.RelationshipState;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A service that keeps a replica of what is decided here. It takes a state over as it does from the event. */
@HttpExchange("/internal")
interface ReplicaKeeper {

    @PutExchange("/account-states")
    void accounts(@RequestBody List<AccountState> states);

    @PutExchange("/relationship-states")
    void relationships(@RequestBody List<RelationshipState> states);
}
