package io.microblog.post.media;

import java.util.List;
import java.util.Objects;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.media.Animation;
import io.microblog.kit.media.EncodedImage;
import io.microblog.kit.media.Frame;
import io.microblog.kit.media.ImagePipeline;
import io.microblog.kit.media.MediaFiles;
import io.microblog.kit.media.MediaKey;
import io.microblog.kit.media.ProcessedImage;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.media.Media.Picture;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** What owners do with images before a post uses them. Nobody else learns that they exist. */
@Service
class MediaService {

    /** The area of a 4K screen. */
    private static final Frame ORIGINAL = new Frame.Area(3840 * 2160);

    private static final Frame PREVIEW = new Frame.Area(640 * 360);

    private final ImagePipeline pipeline;
    private final MediaFiles files;
    private final MediaRows rows;
    private final MediaQuota quota;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;

    MediaService(
            ImagePipeline pipeline,
            MediaFiles files,
            MediaRows rows,
            MediaQuota quota,
            IdGenerator ids,
            TransactionTemplate transaction) {
        this.pipeline = pipeline;
        this.files = files;
        this.rows = rows;
        this.quota = quota;
        this.ids = ids;
        this.transaction = transaction;
    }

    /**
     * Takes an image in. The work on it and the writing of its files happen before the transaction.
     *
     * @throws Invalid naming what cannot be accepted; the upload where the owner has no room left for it
     */
    Media upload(long ownerId, MultipartFile file, MediaWish wish) {
        wish.check();
        quota.requireRoom(ownerId);
        ProcessedImage processed = pipeline.process(ownerId, file, "file", ORIGINAL, PREVIEW);
        Animation animation = processed.animation();
        EncodedImage shown = animation == null ? processed.images().getFirst() : animation.moving();
        EncodedImage preview = processed.images().getLast();
        List<EncodedImage> images = List.of(shown, preview);
        List<MediaKey> keys = files.store(images);
        Media plain = new Media(
                ids.next(),
                ownerId,
                Picture.of(keys.getFirst(), shown),
                Picture.of(keys.getLast(), preview),
                null,
                null,
                processed.blurhash());
        Media media = wish.apply(plain);
        transaction.executeWithoutResult(status -> {
            long bytes = quota.admit(ownerId, images);
            files.keep(keys);
            rows.insert(media, bytes);
        });
        return media;
    }

    /**
     * The owner's own image, before a post uses it.
     *
     * @throws NotFound when it is not there, somebody else's, or in use
     */
    Media find(long id, long ownerId) {
        return rows.findUnused(id, ownerId).orElseThrow(NotFound::new);
    }

    /**
     * Changes what the owner says of an image, before a post uses it.
     *
     * @throws NotFound when it is not there, somebody else's, or in use
     * @throws Invalid naming what cannot be
     */
    Media update(long id, long ownerId, MediaWish wish) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Media media = wish.apply(find(id, ownerId));
            rows.update(media);
            return media;
        }));
    }

    /**
     * Deletes an image that no post uses.
     *
     * @throws NotFound when it is not there or somebody else's
     * @throws Invalid when it is in use
     */
    void delete(long id, long ownerId) {
        transaction.executeWithoutResult(status -> {
            if (rows.isUsed(id, ownerId)) {
                throw new Invalid("Media attachment is currently used by a status");
            }
            Media media = find(id, ownerId);
            rows.delete(id);
            files.discard(media.keys());
        });
    }
}
