package io.microblog.kit.media;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.microblog.event.ImagePath;
import org.springframework.http.MediaType;

/**
 * The name of a stored file: 160 random bits, which nobody guesses, and an extension. Nothing of it comes from whoever sent
 * the file, and nothing but such a name ever reaches a store.
 *
 * @param value such as {@code 6f0a…e1.jpg}
 */
public record MediaKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{40}\\.(?:gif|jpg|png)");
    private static final String GIF = ".gif";
    private static final String PNG = ".png";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;

    /** @throws IllegalArgumentException when it has not the shape of a key */
    public MediaKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a media key");
        }
    }

    static MediaKey random(ImageFormat format) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new MediaKey(HexFormat.of().formatHex(bytes) + "." + format.extension());
    }

    /** What a path names; empty when it has not the shape of a key. */
    static Optional<MediaKey> parse(String value) {
        return SHAPE.matcher(value).matches() ? Optional.of(new MediaKey(value)) : Optional.empty();
    }

    MediaType mediaType() {
        return value.endsWith(GIF)
                ? MediaType.IMAGE_GIF
                : value.endsWith(PNG) ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG;
    }

    /** All files that belong to it: of an animation the still picture too. */
    public List<MediaKey> files() {
        return ImagePath.isAnimated(value) ? List.of(this, new MediaKey(ImagePath.still(value))) : List.of(this);
    }

    @Override
    public String toString() {
        return value;
    }
}
