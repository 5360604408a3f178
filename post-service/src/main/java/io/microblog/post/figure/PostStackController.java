package io.microblog.post.figure;

import java.util.ArrayList;
import java.util.List;

import io.microblog.internal.StackApi;
import io.microblog.internal.StackPart;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.stack.OwnDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service what posts and their images take up. */
@RestController
@InternalOnly("user-service")
class PostStackController implements StackApi {

    private final DailyCounts counts;
    private final JdbcClient jdbc;

    PostStackController(DailyCounts counts, JdbcClient jdbc) {
        this.counts = counts;
        this.jdbc = jdbc;
    }

    @Override
    public List<StackPart> parts() {
        var parts = new ArrayList<StackPart>();
        parts.add(OwnDatabase.read(jdbc));
        counts.mediaBytes().ifPresent(bytes -> parts.add(new StackPart("media", bytes, null)));
        return parts;
    }
}
