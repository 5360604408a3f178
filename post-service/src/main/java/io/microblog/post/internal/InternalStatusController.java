package io.microblog.post.internal;

import java.util.List;
import java.util.stream.Collectors;

import io.microblog.internal.BestPost;
import io.microblog.internal.InternalCalls;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StatusRead;
import io.microblog.internal.StatusText;
import io.microblog.internal.TextRead;
import io.microblog.internal.TextWanted;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdLimit;
import io.microblog.post.home.BestPosts;
import io.microblog.post.status.Reader;
import io.microblog.post.status.StatusTexts;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** Posts for other services, as the person behind their request may see them. */
@RestController
class InternalStatusController implements StatusApi {

    private final Statuses statuses;
    private final StatusTexts texts;
    private final BestPosts best;

    InternalStatusController(Statuses statuses, StatusTexts texts, BestPosts best) {
        this.best = best;
        this.statuses = statuses;
        this.texts = texts;
    }

    @Override
    @InternalOnly({"search-service", "notification-service", "user-service"})
    public List<JsonNode> statuses(List<Long> ids, @Nullable Long reader) {
        return statuses.read(IdLimit.hold("id", ids, InternalCalls.MAX_IDS), new Reader(reader)).stream()
                .<JsonNode>map(POJONode::new)
                .toList();
    }

    @Override
    @InternalOnly("notification-service")
    public List<StatusRead> shown(List<TextWanted> wanted) {
        hold(wanted);
        return wanted.stream()
                .collect(Collectors.groupingBy(
                        TextWanted::readerId, Collectors.mapping(TextWanted::id, Collectors.toList())))
                .entrySet()
                .stream()
                .flatMap(one -> statuses.read(one.getValue(), new Reader(one.getKey())).stream()
                        .map(status -> new StatusRead(one.getKey(), new POJONode(status))))
                .toList();
    }

    @Override
    @InternalOnly({"notification-service", "translation-service"})
    public StatusText text(long id, @Nullable Long reader) {
        return statuses.text(id, new Reader(reader));
    }

    @Override
    @InternalOnly("notification-service")
    public List<TextRead> texts(List<TextWanted> wanted) {
        hold(wanted);
        return texts.read(wanted);
    }

    @Override
    @InternalOnly("notification-service")
    public List<BestPost> highlights(long since, long reader) {
        return best.of(reader, since);
    }

    private static void hold(List<TextWanted> wanted) {
        if (wanted.size() > InternalCalls.MAX_IDS) {
            throw Invalid.field("id", "ERR_TOO_MANY", "has more than " + InternalCalls.MAX_IDS + " entries");
        }
    }
}
