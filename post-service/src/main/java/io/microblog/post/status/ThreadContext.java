package io.microblog.post.status;

import java.util.ArrayList;
import java.util.List;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The posts around a post: what it answers, and what answers it. What is left out because of a limit is linked to, as
 * other lists do: {@code rel="next"} to further answers, {@code rel="prev"} to what is above.
 */
@Component
public class ThreadContext {

    /** Statuses read at once. */
    private static final int STEP = 400;

    private final Ancestors ancestors;
    private final Descendants descendants;
    private final Statuses statuses;
    private final BaseUrl base;

    ThreadContext(Ancestors ancestors, Descendants descendants, Statuses statuses, BaseUrl base) {
        this.ancestors = ancestors;
        this.descendants = descendants;
        this.statuses = statuses;
        this.base = base;
    }

    /**
     * Both sides of a post. A post whose {@code in_reply_to_id} is null although it has an {@code in_reply_to_account_id}
     * answers a deleted one, and stands where that stood.
     *
     * @param ancestors from the start of the thread downwards
     * @param descendants each followed by its own answers
     */
    public record Context(List<Status> ancestors, List<Status> descendants) {}

    /**
     * Which part of a thread.
     *
     * @param after only the posts that follow this one below; null for the beginning, and what is above
     * @param limit posts above and below each; null for as many as the API documents
     */
    public record Part(@Nullable Long after, @Nullable Integer limit) {

        /** @throws BadRequest when one of them is negative */
        public Part {
            refuseNegative("after", after);
            refuseNegative("limit", limit);
        }

        private static void refuseNegative(String name, @Nullable Number value) {
            if (value != null && value.longValue() < 0) {
                throw new BadRequest("Parameter " + name + " is negative");
            }
        }
    }

    /**
     * Around one post, or the post that is boosted; what the reader may not see is left out.
     *
     * @throws io.microblog.kit.problem.NotFound when the reader may not see the post itself
     */
    public ResponseEntity<Context> around(long id, Part part, Reader reader) {
        long post = statuses.original(id, reader).id();
        ThreadLimits limits = ThreadLimits.of(reader, part.limit());
        var above =
                part.after() == null ? ancestors.of(post, limits.ancestors()) : new Ancestors.Found(List.of(), false);
        ThreadPage below = descendants.of(post, part.after(), limits, reader);
        var context = new Context(read(above.ids(), reader), read(below.ids(), reader));
        var links = new ArrayList<String>();
        if (below.next() != null) {
            links.add(link(post, part, below.next(), "next"));
        }
        if (above.more() && !context.ancestors().isEmpty()) {
            links.add(link(context.ancestors().getFirst().id(), part, null, "prev"));
        }
        var answer = ResponseEntity.ok();
        return (links.isEmpty() ? answer : answer.header(HttpHeaders.LINK, String.join(", ", links))).body(context);
    }

    private List<Status> read(List<Long> ids, Reader reader) {
        var found = new ArrayList<Status>(ids.size());
        for (int from = 0; from < ids.size(); from += STEP) {
            found.addAll(statuses.read(ids.subList(from, Math.min(from + STEP, ids.size())), reader));
        }
        return found;
    }

    private String link(Object post, Part part, @Nullable Long after, String relation) {
        var query = new ArrayList<String>();
        if (part.limit() != null) {
            query.add("limit=" + part.limit());
        }
        if (after != null) {
            query.add("after=" + after);
        }
        String path = "/api/v1/statuses/" + post + "/context";
        String address = base.resolve(query.isEmpty() ? path : path + "?" + String.join("&", query));
        return "<%s>; rel=\"%s\"".formatted(address, relation);
    }
}
