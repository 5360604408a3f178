package io.microblog.notification.mail.figure;

import java.util.List;

import io.microblog.internal.StackApi;
import io.microblog.internal.StackPart;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.stack.OwnDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service what notifications and mails take up. */
@RestController
@InternalOnly("user-service")
class MailStackController implements StackApi {

    private final JdbcClient jdbc;

    MailStackController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StackPart> parts() {
        return List.of(OwnDatabase.read(jdbc));
    }
}
