package io.microblog.post.tag;

import java.util.List;
import java.util.Set;

import io.microblog.internal.HashtagApi;
import io.microblog.internal.InternalCalls;
import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.security.InternalOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Tells search which hashtags not to show. */
@RestController
class UnlistedTagController implements HashtagApi {

    private final JdbcClient jdbc;

    UnlistedTagController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @InternalOnly("search-service")
    public Set<String> unlisted(List<String> names) {
        if (names.size() > InternalCalls.MAX_IDS) {
            throw new BadRequest("More than %d names".formatted(InternalCalls.MAX_IDS));
        }
        return jdbc.sql("SELECT hashtag FROM hashtag_decision WHERE hashtag = ANY (:names) AND NOT listable")
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .set();
    }
}
