package io.microblog.translation.stack;

import java.util.List;

import io.microblog.internal.StackApi;
import io.microblog.internal.StackPart;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.stack.OwnDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service what translations take up. */
@RestController
@InternalOnly("user-service")
class TranslationStackController implements StackApi {

    private final JdbcClient jdbc;

    TranslationStackController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StackPart> parts() {
        return List.of(OwnDatabase.read(jdbc));
    }
}
