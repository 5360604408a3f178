package io.microblog.post.media;

import java.util.List;

import io.microblog.kit.media.EncodedImage;
import io.microblog.kit.problem.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * How much each person may keep. It is summed up from the images that are there, so whatever deletes one makes room, and
 * nothing can be counted wrongly.
 */
@Component
class MediaQuota {

    private final JdbcClient jdbc;
    private final DataSize limit;

    MediaQuota(JdbcClient jdbc, PostMediaProperties properties) {
        this.jdbc = jdbc;
        this.limit = properties.quota();
    }

    MediaUsage usage(long ownerId) {
        long used = jdbc.sql("SELECT coalesce(sum(bytes), 0) FROM media WHERE owner_id = :owner")
                .param("owner", ownerId)
                .query(Long.class)
                .single();
        return new MediaUsage(used, limit.toBytes());
    }

    /**
     * Spares the work on an image for which there is no room whatever becomes of it.
     *
     * @throws Invalid naming the upload when the owner has no room left
     */
    void requireRoom(long ownerId) {
        require(ownerId, 1);
    }

    /**
     * Lets images in that the running transaction adds; those of one owner come one after the other until it ends.
     *
     * @return what they weigh in bytes
     * @throws Invalid naming the upload when there is no room for them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long admit(long ownerId, List<EncodedImage> images) {
        long bytes = images.stream().mapToLong(image -> image.bytes().length).sum();
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('media', :owner))")
                .param("owner", ownerId)
                .query((row, number) -> true)
                .single();
        require(ownerId, bytes);
        return bytes;
    }

    private void require(long ownerId, long bytes) {
        if (!usage(ownerId).hasRoomFor(bytes)) {
            throw Invalid.field(
                    "file",
                    "ERR_QUOTA",
                    "does not fit: all your images together may take %d MB".formatted(limit.toMegabytes()));
        }
    }
}
