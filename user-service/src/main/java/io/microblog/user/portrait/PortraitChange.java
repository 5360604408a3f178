package io.microblog.user.portrait;

import io.microblog.kit.media.MediaKey;
import org.jspecify.annotations.Nullable;

/**
 * What a request does to one image of a profile.
 *
 * @param wanted whether it does anything
 * @param key the new image, stored but not kept yet; null takes the old one away
 */
public record PortraitChange(boolean wanted, @Nullable MediaKey key) {

    /** The image stays. */
    public static final PortraitChange NONE = new PortraitChange(false, null);

    /** The image goes. */
    public static final PortraitChange REMOVAL = new PortraitChange(true, null);

    /** The key after the change. */
    public @Nullable String after(@Nullable String before) {
        if (!wanted) {
            return before;
        }
        return key == null ? null : key.value();
    }
}
