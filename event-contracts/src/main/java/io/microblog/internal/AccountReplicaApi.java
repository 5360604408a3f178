package io.microblog.internal;

import java.util.List;

import io.microblog.event.AccountState;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A service that keeps a replica of accounts. It takes a state over as from the event, which says the same. */
@HttpExchange("/internal/account-states")
public interface AccountReplicaApi {

    /** Puts accounts in force before their event arrives. */
    @PutExchange
    void put(@RequestBody List<AccountState> states);
}
