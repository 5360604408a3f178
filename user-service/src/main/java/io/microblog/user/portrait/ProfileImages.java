package io.microblog.user.portrait;

import io.microblog.kit.media.Animation;
import io.microblog.kit.media.Frame;
import io.microblog.kit.media.ImagePipeline;
import io.microblog.kit.media.MediaFiles;
import io.microblog.kit.media.MediaKey;
import io.microblog.kit.media.ProcessedImage;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** Makes avatars and headers of what people send, and parts with the old ones. */
@Service
public class ProfileImages {

    private static final Frame AVATAR = new Frame.Crop(400, 400);
    private static final Frame HEADER = new Frame.Crop(1500, 500);

    private final ImagePipeline pipeline;
    private final MediaFiles files;

    ProfileImages(ImagePipeline pipeline, MediaFiles files) {
        this.pipeline = pipeline;
        this.files = files;
    }

    /**
     * Stores a new avatar. Takes its time, so it is not for transactions.
     *
     * @param person whose it is
     * @param wish a file, an empty text to have none, null to leave it as it is
     * @throws Invalid when it is anything else
     */
    public PortraitChange avatar(long person, @Nullable Object wish) {
        return change(person, wish, "avatar", AVATAR);
    }

    /**
     * Stores a new header, as {@link #avatar} does.
     *
     * @throws Invalid when the wish cannot be fulfilled
     */
    public PortraitChange header(long person, @Nullable Object wish) {
        return change(person, wish, "header", HEADER);
    }

    /** Keeps the new image and lets the old one go, if the running transaction commits. */
    public void settle(PortraitChange change, @Nullable String before) {
        if (change.key() != null) {
            files.keep(change.key().files());
        }
        if (change.wanted() && before != null) {
            files.discard(new MediaKey(before).files());
        }
    }

    private PortraitChange change(long person, @Nullable Object wish, String field, Frame frame) {
        return switch (wish) {
            case null -> PortraitChange.NONE;
            case String text when text.isBlank() -> PortraitChange.REMOVAL;
            case MultipartFile file -> new PortraitChange(true, store(pipeline.process(person, file, field, frame)));
            default -> throw Invalid.field(field, "ERR_INVALID", "is not a file");
        };
    }

    private MediaKey store(ProcessedImage portrait) {
        Animation animation = portrait.animation();
        return animation == null
                ? files.store(portrait.images()).getFirst()
                : files.store(animation.moving(), animation.still());
    }
}
