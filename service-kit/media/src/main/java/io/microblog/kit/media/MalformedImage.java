package io.microblog.kit.media;

import java.io.IOException;

/** A file that is not, or not wholly, what its first bytes promise. */
final class MalformedImage extends IOException {

    private final String description;

    /** @param description what ends a sentence that begins with the file */
    MalformedImage(String description) {
        super(description);
        this.description = description;
    }

    String description() {
        return description;
    }
}
