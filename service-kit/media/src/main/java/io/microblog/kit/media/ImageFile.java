package io.microblog.kit.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.springframework.web.multipart.MultipartFile;

/** An upload that is an image by its first bytes. Each walk through it begins anew. */
final class ImageFile {

    private final MultipartFile upload;
    private final ImageFormat format;

    /** @throws MalformedImage when it is none */
    ImageFile(MultipartFile upload) throws IOException {
        this.upload = upload;
        try (InputStream in = upload.getInputStream()) {
            format = ImageFormat.of(in.readNBytes(ImageFormat.HEAD))
                    .orElseThrow(() -> new MalformedImage("is not a JPEG, PNG, GIF or WebP image"));
        }
    }

    ImageFormat format() {
        return format;
    }

    long size() {
        return upload.getSize();
    }

    /** See {@link ImageSyntax#copy}. */
    ImageFacts copy(OutputStream out) throws IOException {
        try (DataInputStream in = open()) {
            return format.syntax().copy(in, out);
        }
    }

    /** See {@link ImageSyntax#project}. */
    void project(Screen screen) throws IOException {
        try (DataInputStream in = open()) {
            format.syntax().project(in, screen);
        }
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(upload.getInputStream()));
    }
}
