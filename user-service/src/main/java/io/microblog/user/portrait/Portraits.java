package io.microblog.user.portrait;

import java.util.List;

import io.microblog.kit.media.Frame;
import io.microblog.kit.media.ImagePipeline;
import io.microblog.kit.media.MediaFiles;
import io.microblog.kit.media.MediaKey;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** Makes avatars and headers of what people send, and parts with the old ones. */
@Service
public class Portraits {

    private static final Frame AVATAR = new Frame.Crop(400, 400);
    private static final Frame HEADER = new Frame.Crop(1500, 500);

    private final ImagePipeline pipeline;
    private final MediaFiles files;

    Portraits(ImagePipeline pipeline, MediaFiles files) {
        this.pipeline = pipeline;
        this.files = files;
    }

    /**
     * Stores a new avatar. Takes its time, so it is not for transactions.
     *
     * @param wish a file, an empty text to have none, null to leave it as it is
     * @throws Invalid when it is anything else
     */
    public PortraitChange avatar(@Nullable Object wish) {
        return change(wish, "avatar", AVATAR);
    }

    /**
     * Stores a new header, as {@link #avatar} does.
     *
     * @throws Invalid when the wish cannot be fulfilled
     */
    public PortraitChange header(@Nullable Object wish) {
        return change(wish, "header", HEADER);
    }

    /** Keeps the new image and lets the old one go, if the running transaction commits. */
    public void settle(PortraitChange change, @Nullable String before) {
        if (change.key() != null) {
            files.keep(List.of(change.key()));
        }
        if (change.wanted() && before != null) {
            files.discard(List.of(new MediaKey(before)));
        }
    }

    private PortraitChange change(@Nullable Object wish, String field, Frame frame) {
        return switch (wish) {
            case null -> PortraitChange.NONE;
            case String text when text.isBlank() -> PortraitChange.REMOVAL;
            case MultipartFile file -> {
                var images = pipeline.process(file, field, frame).images();
                yield new PortraitChange(true, files.store(images).getFirst());
            }
            default -> throw Invalid.field(field, "ERR_INVALID", "is not a file");
        };
    }
}
