package io.microblog.post.internal;

import java.util.List;

import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdList;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.StatusText;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Posts for other services, as the person behind their request may see them. */
@RestController
@RequestMapping("/internal/statuses")
class InternalStatusController {

    /** Whose eyes read; without it, somebody signed out. */
    private static final String READER = "Microblog-Reader";

    private final Statuses statuses;

    InternalStatusController(Statuses statuses) {
        this.statuses = statuses;
    }

    @InternalOnly({"search-service", "notification-service"})
    @GetMapping
    List<Status> several(
            @IdList("id") List<Long> ids, @RequestHeader(name = READER, required = false) @Nullable Long reader) {
        return statuses.read(ids, new Reader(reader));
    }

    @InternalOnly({"notification-service", "translation-service"})
    @GetMapping("/{id}/text")
    StatusText text(@PathVariable long id, @RequestHeader(name = READER, required = false) @Nullable Long reader) {
        return statuses.text(id, new Reader(reader));
    }
}
