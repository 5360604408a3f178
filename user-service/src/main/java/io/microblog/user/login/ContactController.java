package io.microblog.user.login;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.internal.Contact;
import io.microblog.internal.ContactApi;
import io.microblog.internal.InternalCalls;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdLimit;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.AccountService.Names;
import org.springframework.web.bind.annotation.RestController;

/** Tells notification-service, at the moment of sending, where a mail goes. */
@RestController
@InternalOnly("notification-service")
class ContactController implements ContactApi {

    private final LoginRepository logins;
    private final AccountService accounts;

    ContactController(LoginRepository logins, AccountService accounts) {
        this.logins = logins;
        this.accounts = accounts;
    }

    @Override
    public List<Contact> contacts(List<Long> asked) {
        List<Long> ids = IdLimit.hold("id", asked, InternalCalls.MAX_IDS);
        Map<Long, Login> found =
                logins.findAllById(ids).stream().collect(Collectors.toMap(Login::accountId, login -> login));
        Map<Long, Names> names = accounts.namesOf(found.keySet());
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .flatMap(
                        login -> Stream.ofNullable(names.get(login.accountId())).map(known -> contact(login, known)))
                .toList();
    }

    private static Contact contact(Login login, Names names) {
        return new Contact(
                login.accountId(),
                names.username(),
                names.displayName(),
                login.email(),
                login.locale(),
                login.timeZone(),
                login.isConfirmed());
    }
}
