package io.microblog.user.portrait;

import io.microblog.kit.media.MediaServer;
import io.microblog.kit.security.OpenToAll;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves avatars and headers. Those of people who have none are served by the gateway. */
@RestController
class PortraitController {

    private final MediaServer files;

    PortraitController(MediaServer files) {
        this.files = files;
    }

    @GetMapping({"/avatars/{name}", "/headers/{name}"})
    @OpenToAll
    ResponseEntity<Resource> image(@PathVariable String name) {
        return files.serve(name);
    }
}
