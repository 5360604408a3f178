package io.microblog.kit.media;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;

/**
 * Makes images of what people send. The type is told by the bytes and the size read before anything is decoded; the file is
 * rebuilt from the parts that make the picture, decoded, turned upright, brought to sRGB and encoded anew, so that nothing
 * of what was sent is ever served, least of all where it was taken. An animation becomes its first picture.
 */
public final class ImagePipeline {

    /** What senders write who do not know. */
    private static final Set<String> UNKNOWN =
            Set.of("application/octet-stream", "binary/octet-stream", "image/*", "*/*");

    private final ImageProperties limits;
    private final MemoryBudget memory;

    ImagePipeline(ImageProperties limits) {
        this.limits = limits;
        this.memory = new MemoryBudget(limits.memory(), limits.patience());
    }

    /**
     * The picture once for each frame.
     *
     * @param field the upload's name in the request
     * @throws Invalid naming the field when the file is not an image or more than one can carry
     * @throws io.microblog.kit.problem.Unavailable when too many are being processed
     */
    public ProcessedImage process(MultipartFile file, String field, Frame... frames) {
        try {
            checkDeclared(file.getContentType());
            ImageFacts facts = inspect(file);
            long needed = file.getSize() + ImageDecoder.memory(facts);
            if (!memory.covers(needed)) {
                throw new MalformedImage("has too many pixels for its format");
            }
            return memory.with(needed, () -> render(file, facts, frames));
        } catch (MalformedImage refused) {
            throw Invalid.field(field, "ERR_INVALID", refused.description());
        } catch (EOFException _) {
            throw Invalid.field(field, "ERR_INVALID", "is not complete");
        } catch (IOException _) {
            throw Invalid.field(field, "ERR_INVALID", "cannot be read as an image");
        }
    }

    private ImageFacts inspect(MultipartFile file) throws IOException {
        if (file.getSize() > limits.maxBytes().toBytes()) {
            throw new MalformedImage(
                    "is larger than %d MB".formatted(limits.maxBytes().toMegabytes()));
        }
        ImageFacts facts = copy(file, OutputStream.nullOutputStream());
        if (facts.width() <= 0 || facts.height() <= 0) {
            throw new MalformedImage("has no pixels");
        }
        if (facts.pixels() > limits.maxPixels()) {
            throw new MalformedImage("has more than %d pixels".formatted(limits.maxPixels()));
        }
        return facts;
    }

    private static ProcessedImage render(MultipartFile file, ImageFacts facts, Frame... frames) throws IOException {
        var bytes = new Rebuilt((int) file.getSize());
        copy(file, bytes);
        BufferedImage picture = ImageDecoder.decode(bytes.input(facts.format()), facts);
        List<EncodedImage> images = new ArrayList<>();
        for (Frame frame : frames) {
            images.add(EncodedImage.of(frame.fit(picture)));
        }
        return new ProcessedImage(images, Pixels.blurhash(picture));
    }

    /** Read again without another copy. */
    private static final class Rebuilt extends ByteArrayOutputStream {

        Rebuilt(int size) {
            super(size);
        }

        ImageInputStream input(ImageFormat format) {
            format.syntax().seal(ByteBuffer.wrap(buf, 0, count));
            return new ByteArrayImageInputStream(buf, 0, count);
        }
    }

    private static ImageFacts copy(MultipartFile file, OutputStream out) throws IOException {
        try (InputStream in = new BufferedInputStream(file.getInputStream())) {
            in.mark(ImageFormat.HEAD);
            ImageFormat format = ImageFormat.of(in.readNBytes(ImageFormat.HEAD))
                    .orElseThrow(() -> new MalformedImage("is not a JPEG, PNG, GIF or WebP image"));
            in.reset();
            return format.syntax().copy(new DataInputStream(in), out);
        }
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
