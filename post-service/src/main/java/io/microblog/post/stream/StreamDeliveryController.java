package io.microblog.post.stream;

import java.util.List;

import io.microblog.internal.StreamApi;
import io.microblog.internal.StreamDelivery;
import io.microblog.internal.StreamQuestion;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.InternalOnly;
import io.microblog.post.list.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells notification-service whom to send news. */
@RestController
@InternalOnly("notification-service")
class StreamDeliveryController implements StreamApi {

    private final Deliveries deliveries;
    private final Lists lists;

    StreamDeliveryController(Deliveries deliveries, Lists lists) {
        this.deliveries = deliveries;
        this.lists = lists;
    }

    @Override
    public List<StreamDelivery> deliveries(StreamQuestion question) {
        if (question.shown().size() + question.gone().size() > MAX_NEWS) {
            throw Invalid.field("shown", "ERR_TOO_LONG", "must not have more than " + MAX_NEWS + " entries");
        }
        if (question.listeners().count() > MAX_LISTENERS) {
            throw Invalid.field("listeners", "ERR_TOO_LONG", "must not have more than " + MAX_LISTENERS + " entries");
        }
        return deliveries.of(question);
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void list(long id, @Nullable Long reader) {
        if (reader == null) {
            throw new NotFound();
        }
        lists.require(reader, id);
    }
}
