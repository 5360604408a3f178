package io.microblog.search.query;

import io.microblog.kit.problem.Unavailable;
import org.jspecify.annotations.Nullable;

/** Elasticsearch, or a service that knows what the hits look like, does not answer now. */
class SearchUnavailable extends Unavailable {

    SearchUnavailable(@Nullable Throwable cause) {
        super("Search is temporarily unavailable", cause);
    }
}
