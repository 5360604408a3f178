package io.microblog.notification.marker;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a person stopped reading, so that each of their clients goes on from there. */
@RestController
@RequestMapping("/api/v1/markers")
class MarkerController {

    private final Markers markers;

    MarkerController(Markers markers) {
        this.markers = markers;
    }

    /** @param timeline which ones; none when left out */
    record Wanted(@Nullable List<String> timeline) {}

    @GetMapping
    @RequiresScope("read:statuses")
    Map<String, Marker> get(@Body Wanted wanted, Caller caller) {
        List<String> timelines = Objects.requireNonNullElse(wanted.timeline(), List.of());
        return markers.find(caller.requireAccount(), timelines);
    }

    @PostMapping
    @RequiresScope("write:statuses")
    Map<String, Marker> move(@Body MarkersRequest request, Caller caller) {
        return markers.move(caller.requireAccount(), request.positions());
    }
}
