package io.microblog.post.media;

/**
 * How much of what somebody may keep is in use.
 *
 * @param used bytes of all images that are kept: in posts, drafts and scheduled posts, and those that no post uses yet
 * @param limit bytes of the most that may be kept
 */
record MediaUsage(long used, long limit) {

    boolean hasRoomFor(long bytes) {
        return bytes <= limit - used;
    }
}
