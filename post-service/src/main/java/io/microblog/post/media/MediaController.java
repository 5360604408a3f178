package io.microblog.post.media;

import java.util.Map;

import io.microblog.kit.media.MediaServer;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Images in the public API, and the images themselves. Clients that upload by the second version of the API look for the
 * rest there too.
 */
@RestController
class MediaController {

    private final MediaService media;
    private final MediaQuota quota;
    private final MediaServer files;
    private final BaseUrl base;

    MediaController(MediaService media, MediaQuota quota, MediaServer files, BaseUrl base) {
        this.media = media;
        this.quota = quota;
        this.files = files;
        this.base = base;
    }

    /**
     * What a client uploads. A thumbnail of its own is ignored: previews are made of the image.
     *
     * @param file the image
     */
    record Upload(
            @Nullable MultipartFile file,
            @Nullable String description,
            @Nullable String focus) {}

    /** Images are processed at once, so both versions of the endpoint answer alike. */
    @PostMapping({"/api/v1/media", "/api/v2/media"})
    @RequiresScope("write:media")
    MediaAttachment upload(@Body Upload upload, Caller caller) {
        MultipartFile file = upload.file();
        if (file == null) {
            throw Invalid.field("file", "ERR_BLANK", "can't be blank");
        }
        MediaWish wish = new MediaWish(upload.description(), upload.focus());
        return MediaAttachment.of(media.upload(caller.requireAccount(), file, wish), base);
    }

    /** An addition to the API: how much of what the caller may keep is in use. */
    @GetMapping("/api/v1/media/usage")
    @RequiresScope("read:accounts")
    MediaUsage usage(Caller caller) {
        return quota.usage(caller.requireAccount());
    }

    @GetMapping({"/api/v1/media/{id}", "/api/v2/media/{id}"})
    @RequiresScope("write:media")
    MediaAttachment one(@PathVariable long id, Caller caller) {
        return MediaAttachment.of(media.find(id, caller.requireAccount()), base);
    }

    @PutMapping({"/api/v1/media/{id}", "/api/v2/media/{id}"})
    @RequiresScope("write:media")
    MediaAttachment update(@PathVariable long id, @Body MediaWish wish, Caller caller) {
        return MediaAttachment.of(media.update(id, caller.requireAccount(), wish), base);
    }

    @DeleteMapping({"/api/v1/media/{id}", "/api/v2/media/{id}"})
    @RequiresScope("write:media")
    Map<String, Object> delete(@PathVariable long id, Caller caller) {
        media.delete(id, caller.requireAccount());
        return Map.of();
    }

    @GetMapping("/media/{name}")
    @OpenToAll
    ResponseEntity<Resource> file(@PathVariable String name) {
        return files.serve(name);
    }
}
