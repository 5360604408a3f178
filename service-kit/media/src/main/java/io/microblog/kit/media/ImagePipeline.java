package io.microblog.kit.media;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;

/**
 * Makes images of what people send. The type is told by the bytes and the size read before anything is decoded; the file is
 * rebuilt from the parts that make the picture, decoded, turned upright, brought to sRGB and encoded anew, so that nothing
 * of what was sent is ever served, least of all where it was taken. What it takes is known, and too much of it refused,
 * before the work begins; that is done by a few threads for which people take turns.
 */
public final class ImagePipeline implements AutoCloseable {

    /** What senders write who do not know. */
    private static final Set<String> UNKNOWN =
            Set.of("application/octet-stream", "binary/octet-stream", "image/*", "*/*");

    /** Of a post's images. */
    private static final int WAITING_OF_ONE = 4;

    private static final int WAITING = 64;

    private final ImageProperties limits;
    private final MemoryBudget memory;
    private final MemoryBudget nativeMemory;
    private final FairPool threads;

    ImagePipeline(ImageProperties limits) {
        this.limits = limits;
        this.memory = new MemoryBudget(limits.memory(), limits.patience());
        this.nativeMemory = new MemoryBudget(limits.nativeMemory(), limits.patience());
        this.threads = new FairPool(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                WAITING_OF_ONE,
                WAITING,
                limits.patience());
    }

    /**
     * The picture once for each frame. Of an animation it is what is seen at the beginning; what moves fits the first frame.
     *
     * @param person who sent it
     * @param field the upload's name in the request
     * @throws Invalid naming the field when the file is not an image or more than one can carry
     * @throws io.microblog.kit.problem.TooManyRequests when too many of the person's are being processed
     * @throws io.microblog.kit.problem.Unavailable when too many of everybody's are
     */
    public ProcessedImage process(long person, MultipartFile upload, String field, Frame... frames) {
        try {
            checkDeclared(upload.getContentType());
            ImageFile file = file(upload);
            ImageFacts facts = inspect(file);
            AnimationSurvey survey = AnimationSurvey.of(file);
            return survey.isAnimation() ? animate(person, file, survey, frames) : render(person, file, facts, frames);
        } catch (MalformedImage refused) {
            throw Invalid.field(field, "ERR_INVALID", refused.description());
        } catch (EOFException _) {
            throw Invalid.field(field, "ERR_INVALID", "is not complete");
        } catch (IOException _) {
            throw Invalid.field(field, "ERR_INVALID", "cannot be read as an image");
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private ImageFile file(MultipartFile upload) throws IOException {
        if (upload.getSize() > limits.maxBytes().toBytes()) {
            throw new MalformedImage(
                    "is larger than %d MB".formatted(limits.maxBytes().toMegabytes()));
        }
        return new ImageFile(upload);
    }

    private ImageFacts inspect(ImageFile file) throws IOException {
        ImageFacts facts = file.copy(OutputStream.nullOutputStream());
        if (facts.width() <= 0 || facts.height() <= 0) {
            throw new MalformedImage("has no pixels");
        }
        if (facts.pixels() > limits.maxPixels()) {
            throw new MalformedImage("has more than %d pixels".formatted(limits.maxPixels()));
        }
        return facts;
    }

    private ProcessedImage render(long person, ImageFile file, ImageFacts facts, Frame... frames) throws IOException {
        return work(person, file.size() + ImageDecoder.memory(facts), facts.nativeBytes(), () -> {
            var bytes = new Rebuilt((int) file.size());
            file.copy(bytes);
            return images(bytes.decode(facts), null, frames);
        });
    }

    private ProcessedImage animate(long person, ImageFile file, AnimationSurvey survey, Frame... frames)
            throws IOException {
        return work(person, file.size() + survey.memory(limits.maxBytes()), 0, () -> {
            try (var film = new GifEncoder(limits.maxBytes().toBytes())) {
                Frame frame = frames[0].within(survey.pixels());
                var animator = new Animator(frame, film, (int) file.size());
                play(file, animator);
                EncodedImage still = EncodedImage.png(frame.fit(animator.first()));
                return images(animator.first(), new Animation(film.finish(), still), frames);
            }
        });
    }

    private static void play(ImageFile file, Animator animator) throws IOException {
        try {
            file.project(animator);
        } catch (EOFException cut) {
            animator.first(); // has been shown until there
        }
    }

    private <T> T work(long person, long heap, long beside, FairPool.Work<T> work) throws IOException {
        if (!memory.covers(heap) || !nativeMemory.covers(beside)) {
            throw new MalformedImage("has too many pixels for its format");
        }
        return threads.run(person, () -> memory.with(heap, () -> nativeMemory.with(beside, work)));
    }

    private static ProcessedImage images(BufferedImage picture, @Nullable Animation animation, Frame... frames)
            throws IOException {
        List<EncodedImage> images = new ArrayList<>();
        for (Frame frame : frames) {
            images.add(EncodedImage.of(frame.fit(picture)));
        }
        return new ProcessedImage(images, animation, Pixels.blurhash(picture));
    }

    /** Some clients call every image a JPEG; but what is declared to be something else altogether is not looked at. */
    private static void checkDeclared(@Nullable String declared) throws MalformedImage {
        if (declared == null || declared.isBlank() || UNKNOWN.contains(declared)) {
            return;
        }
        try {
            MediaType type = MediaType.parseMediaType(declared);
            if (type.getType().equals("image") && !type.getSubtype().contains("svg")) {
                return;
            }
        } catch (InvalidMediaTypeException _) {
            // refused like any other that is no image
        }
        throw new MalformedImage("is declared to be something else than an image");
    }
}
