package io.microblog.notification.marker;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a person stopped reading, so that each of their clients goes on from there. */
@RestController
@RequestMapping("/api/v1/markers")
class MarkerController {

    private final Markers markers;

    MarkerController(Markers markers) {
        this.markers = markers;
    }

    @GetMapping
    @RequiresScope("read:statuses")
    Map<String, Marker> get(
            @RequestParam(name = "timeline[]", defaultValue = "") List<String> bracketed,
            @RequestParam(name = "timeline", defaultValue = "") List<String> plain,
            Caller caller) {
        return markers.find(caller.requireAccount(), bracketed.isEmpty() ? plain : bracketed);
    }

    @PostMapping
    @RequiresScope("write:statuses")
    Map<String, Marker> move(@Body MarkersRequest request, Caller caller) {
        return markers.move(caller.requireAccount(), request.positions());
    }
}
