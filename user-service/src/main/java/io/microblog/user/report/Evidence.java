package io.microblog.user.report;

import java.util.List;
import java.util.Set;

import io.microblog.internal.StatusApi;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Unavailable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks for reported posts as they are now, with the eyes of whoever reports them. */
@Component
class Evidence {

    /** How the reporter stands to a post is nobody else's business. */
    private static final Set<String> READERS_OWN =
            Set.of("favourited", "reblogged", "bookmarked", "muted", "pinned", "filtered");

    private final StatusApi posts;

    Evidence(HttpServiceProxyRegistry services) {
        this.posts = services.getClient("post-service", StatusApi.class);
    }

    /**
     * The API's {@code Status} of each post, without what is the reporter's own.
     *
     * @throws Invalid when one is not the target's, or the reporter does not see it
     * @throws Unavailable when post-service does not answer
     */
    List<ObjectNode> take(List<Long> postIds, long reporter, long target) {
        List<ObjectNode> seen = of(target, read(postIds, reporter));
        if (seen.size() < postIds.size()) {
            throw Invalid.field("status_ids", "ERR_INVALID", "has posts that are not this person's, or not there");
        }
        return seen;
    }

    private static List<ObjectNode> of(long author, List<JsonNode> statuses) {
        List<ObjectNode> own = statuses.stream()
                .filter(status -> status.at("/account/id").asString("").equals(String.valueOf(author)))
                .map(status -> (ObjectNode) status)
                .toList();
        own.forEach(status -> status.remove(READERS_OWN));
        return own;
    }

    /**
     * What is still there of a post, as its author sees it.
     *
     * @throws Unavailable when post-service does not answer
     */
    List<ObjectNode> takeOwn(long postId, long author) {
        return of(author, read(List.of(postId), author));
    }

    private List<JsonNode> read(List<Long> postIds, long reporter) {
        try {
            return postIds.isEmpty() ? List.of() : posts.statuses(postIds, reporter);
        } catch (RestClientException failed) {
            throw new Unavailable("The posts could not be read. Please try again.", failed);
        }
    }
}
