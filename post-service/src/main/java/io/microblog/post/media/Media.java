package io.microblog.post.media;

import java.util.List;

import io.microblog.kit.media.EncodedImage;
import io.microblog.kit.media.MediaKey;
import org.jspecify.annotations.Nullable;

/**
 * An image.
 *
 * @param id time-ordered
 * @param ownerId who uploaded it
 * @param file the image itself, which moves if it is GIF
 * @param preview a smaller one, which does not
 * @param description for those who do not see it; null without one
 * @param focus null without one
 * @param blurhash a blurred impression
 */
record Media(
        long id,
        long ownerId,
        Picture file,
        Picture preview,
        @Nullable String description,
        @Nullable Focus focus,
        String blurhash) {

    /** A stored file and its size in pixels. */
    record Picture(MediaKey key, int width, int height) {

        static Picture of(MediaKey key, EncodedImage image) {
            return new Picture(key, image.width(), image.height());
        }
    }

    List<MediaKey> keys() {
        return List.of(file.key(), preview.key());
    }

    Media described(@Nullable String text) {
        return new Media(id, ownerId, file, preview, text, focus, blurhash);
    }

    Media focused(@Nullable Focus point) {
        return new Media(id, ownerId, file, preview, description, point, blurhash);
    }
}
