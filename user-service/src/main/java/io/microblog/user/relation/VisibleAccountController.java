package io.microblog.user.relation;

import java.util.List;
import java.util.Set;

import io.microblog.internal.InternalCalls;
import io.microblog.internal.VisibleAccountApi;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdLimit;
import io.microblog.user.account.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** Shows other services accounts as a reader may see them. */
@RestController
@InternalOnly({"search-service", "notification-service"})
class VisibleAccountController implements VisibleAccountApi {

    private final Profiles profiles;
    private final RelationshipRepository relationships;

    VisibleAccountController(Profiles profiles, RelationshipRepository relationships) {
        this.profiles = profiles;
        this.relationships = relationships;
    }

    @Override
    public List<JsonNode> accounts(List<Long> asked, @Nullable Long reader) {
        List<Long> ids = IdLimit.hold("id", asked, InternalCalls.MAX_IDS);
        Set<Long> hidden = reader == null || ids.isEmpty() ? Set.of() : relationships.findBlockersOf(reader, ids);
        return profiles.show(ids.stream().filter(id -> !hidden.contains(id)).toList()).stream()
                .<JsonNode>map(POJONode::new)
                .toList();
    }
}
