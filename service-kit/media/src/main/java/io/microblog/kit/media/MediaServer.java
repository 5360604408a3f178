package io.microblog.kit.media;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Serves stored files: to be cached for ever, since a key's file never changes, and inert in every browser. Conditional and
 * range requests are answered by Spring.
 */
public final class MediaServer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final MediaStore store;

    MediaServer(MediaStore store) {
        this.store = store;
    }

    /**
     * The file that the last part of a path names, or the way to where it is.
     *
     * @throws NotFound when there is none
     */
    public ResponseEntity<Resource> serve(String name) {
        MediaKey key = MediaKey.parse(name).orElseThrow(NotFound::new);
        Optional<URI> elsewhere = store.publicAddress(key);
        return elsewhere.isPresent()
                ? ResponseEntity.status(HttpStatus.FOUND)
                        .location(elsewhere.get())
                        .cacheControl(FOR_A_DAY)
                        .build()
                : file(key);
    }

    private ResponseEntity<Resource> file(MediaKey key) {
        try {
            Resource file = store.find(key).orElseThrow(NotFound::new);
            return ResponseEntity.ok()
                    .cacheControl(FOR_EVER)
                    .eTag("\"" + key + "\"")
                    .contentType(key.mediaType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + key + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .body(file);
        } catch (IOException failure) {
            throw new Unavailable("Images cannot be read now, please try again", failure);
        }
    }
}
