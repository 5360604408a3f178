package io.microblog.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.microblog.kit.client.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Turns ids into the JSON that their owners make of them for this reader, and passes it through unread. Who may see what
 * is decided there: an id may come back as nothing.
 */
@Component
class Hydration {

    /** How many more hits to ask the engine for, so that hits the reader may not see leave no gap. */
    static int withReserve(int limit) {
        return Math.min(limit + limit / 2 + 5, 100);
    }

    private interface Owner {
        List<JsonNode> get(Collection<Long> ids, @Nullable Long reader);
    }

    private final PostClient posts;
    private final UserClient users;

    Hydration(ServiceClients clients) {
        this.posts = clients.create(PostClient.class, "post-service");
        this.users = clients.create(UserClient.class, "user-service");
    }

    List<JsonNode> statuses(List<Long> ids, @Nullable Long reader, int limit) {
        return visible(posts::statuses, ids, reader, limit);
    }

    List<JsonNode> accounts(List<Long> ids, @Nullable Long reader, int limit) {
        return visible(users::accounts, ids, reader, limit);
    }

    /** The reserve is asked for only when some of the first are missing. */
    private static List<JsonNode> visible(Owner owner, List<Long> ids, @Nullable Long reader, int limit) {
        if (ids.isEmpty()) {
            return List.of();
        }
        int first = Math.min(limit, ids.size());
        List<JsonNode> visible = new ArrayList<>(owner.get(ids.subList(0, first), reader));
        if (visible.size() < limit && first < ids.size()) {
            visible.addAll(owner.get(ids.subList(first, ids.size()), reader));
        }
        return visible.subList(0, Math.min(limit, visible.size()));
    }
}
