package io.microblog.post.card;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.media.EncodedImage;
import io.microblog.kit.media.Frame;
import io.microblog.kit.media.ImagePipeline;
import io.microblog.kit.media.MediaFiles;
import io.microblog.kit.media.ProcessedImage;
import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.page.WantedFile;
import io.microblog.kit.problem.Invalid;
import org.springframework.stereotype.Component;

/** Fetches images of pages and keeps them here, made anew: no reader's address is told to another server. */
@Component
class CardImages {

    private static final WantedFile IMAGE = new WantedFile(List.of("image/*"), 8 << 20, false);
    private static final Frame FRAME = new Frame.Area(800 * 450);

    /** All cards wait in one line, beside those of the people who upload. */
    private static final long NOBODY = 0;

    private final PageFetcher pages;
    private final ImagePipeline pipeline;
    private final MediaFiles files;

    CardImages(PageFetcher pages, ImagePipeline pipeline, MediaFiles files) {
        this.pages = pages;
        this.pipeline = pipeline;
        this.files = files;
    }

    /**
     * Stores the image, to be kept by a transaction soon; empty when there is none that can be shown.
     *
     * @throws io.microblog.kit.problem.Problem when there is no room to process or store it now
     */
    Optional<FoundCard.Image> store(URI address, String description) {
        return pages.fetch(address, IMAGE).flatMap(file -> {
            try {
                ProcessedImage processed = pipeline.process(NOBODY, new FetchedUpload(file), "image", FRAME);
                EncodedImage image = processed.images().getFirst();
                return Optional.of(new FoundCard.Image(
                        files.store(List.of(image)).getFirst(),
                        image.width(),
                        image.height(),
                        description,
                        processed.blurhash()));
            } catch (Invalid noImage) {
                return Optional.empty();
            }
        });
    }
}
