package io.microblog.search.query;

import java.util.List;
import java.util.Set;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.microblog.search.document.Document;

/** Which posts somebody may find, as far as the index knows. Whether they may read them, the owner says. */
final class Reach {

    private Reach() {}

    /** What everybody may find: public, by somebody who agrees to be found and is not limited. */
    static Query everybody() {
        return Query.of(q -> q.term(term -> term.field("readers").value(Document.EVERYBODY)));
    }

    /** That, and the same of limited people whom the reader follows. */
    static Query open(Set<Long> followed) {
        Query ofLimited = Query.of(q -> q.bool(bool -> bool.filter(
                Query.of(f -> f.term(term -> term.field("readers").value(Document.FOLLOWERS))),
                Worth.anyOf("author_id", followed))));
        return followed.isEmpty() ? everybody() : either(everybody(), ofLimited);
    }

    /** All that, and what the reader wrote or is named in. */
    static Query of(long reader, Set<Long> followed) {
        return either(open(followed), own(reader));
    }

    /**
     * What the reader wrote, is named in or keeps.
     *
     * @param kept ids of the posts that the reader boosted, favourited or bookmarked
     */
    static Query library(long reader, Set<Long> kept) {
        return either(own(reader), Worth.anyOf("id", kept));
    }

    private static Query own(long reader) {
        return Worth.anyOf("readers", Set.of(reader));
    }

    private static Query either(Query one, Query other) {
        return Query.of(q -> q.bool(bool -> bool.should(List.of(one, other)).minimumShouldMatch("1")));
    }
}
