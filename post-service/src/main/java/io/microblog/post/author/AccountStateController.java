package io.microblog.post.author;

import java.util.List;

import io.microblog.event.AccountState;
import io.microblog.internal.AccountReplicaApi;
import io.microblog.kit.security.InternalOnly;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes over what has to be in force before its event arrives, which says the same. */
@RestController
@InternalOnly("user-service")
class AccountStateController implements AccountReplicaApi {

    private final Authors authors;

    AccountStateController(Authors authors) {
        this.authors = authors;
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void put(List<AccountState> states) {
        states.forEach(authors::put);
    }
}
