package io.microblog.search.query;

import io.microblog.kit.problem.BadRequest;

/** 400: Elasticsearch is well, but does not take this question. */
class QueryRefused extends BadRequest {

    QueryRefused() {
        super("This cannot be searched for. Please try fewer or simpler words.");
    }
}
