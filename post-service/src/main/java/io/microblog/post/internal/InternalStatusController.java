package io.microblog.post.internal;

import java.util.List;

import io.microblog.internal.InternalCalls;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StatusText;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdLimit;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** Posts for other services, as the person behind their request may see them. */
@RestController
class InternalStatusController implements StatusApi {

    private final Statuses statuses;

    InternalStatusController(Statuses statuses) {
        this.statuses = statuses;
    }

    @Override
    @InternalOnly({"search-service", "notification-service"})
    public List<JsonNode> statuses(List<Long> ids, @Nullable Long reader) {
        return statuses.read(IdLimit.hold("id", ids, InternalCalls.MAX_IDS), new Reader(reader)).stream()
                .<JsonNode>map(POJONode::new)
                .toList();
    }

    @Override
    @InternalOnly({"notification-service", "translation-service"})
    public StatusText text(long id, @Nullable Long reader) {
        return statuses.text(id, new Reader(reader));
    }
}
