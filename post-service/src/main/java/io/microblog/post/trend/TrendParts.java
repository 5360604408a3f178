package io.microblog.post.trend;

import java.util.List;
import java.util.StringJoiner;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.trend.Trends.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads and links parts of trends, which are paged by how many to leave out. */
@Component
class TrendParts {

    private static final int TAGS = 10;
    private static final int MOST_TAGS = 20;
    private static final int POSTS = 20;
    private static final int MOST_POSTS = 40;

    private final BaseUrl base;

    TrendParts(BaseUrl base) {
        this.base = base;
    }

    /** @throws BadRequest when a number is negative */
    static Part tags(@Nullable Integer offset, @Nullable Integer limit) {
        return part(offset, limit, TAGS, MOST_TAGS);
    }

    /** @throws BadRequest when a number is negative */
    static Part posts(@Nullable Integer offset, @Nullable Integer limit) {
        return part(offset, limit, POSTS, MOST_POSTS);
    }

    private static Part part(@Nullable Integer offset, @Nullable Integer limit, int usual, int most) {
        if ((offset != null && offset < 0) || (limit != null && limit < 0)) {
            throw new BadRequest("Parameter limit or offset is negative");
        }
        return new Part(offset == null ? 0 : offset, (limit == null || limit == 0) ? usual : Math.min(limit, most));
    }

    /**
     * A part with the addresses of those next to it.
     *
     * @param what the end of its own address
     * @param found how many were found, of which fewer may be shown
     */
    <T> ResponseEntity<List<T>> answer(String what, Part part, int found, List<T> body) {
        var links = new StringJoiner(", ");
        if (found == part.limit()) {
            links.add(link(what, part.offset() + part.limit(), part.limit(), "next"));
        }
        if (part.offset() > 0) {
            links.add(link(what, Math.max(0, part.offset() - part.limit()), part.limit(), "prev"));
        }
        var answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE);
        return (links.length() == 0 ? answer : answer.header(HttpHeaders.LINK, links.toString())).body(body);
    }

    private String link(String what, int offset, int limit, String relation) {
        String address = base.resolve("/api/v1/%s?limit=%d&offset=%d".formatted(what, limit, offset));
        return "<%s>; rel=\"%s\"".formatted(address, relation);
    }
}
