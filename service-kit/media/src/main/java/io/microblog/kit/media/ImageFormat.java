package io.microblog.kit.media;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The image formats that people may send. */
public enum ImageFormat {
    JPEG("image/jpeg", "jpg", "FFD8FF", new JpegSyntax()),
    PNG("image/png", "png", "89504E470D0A1A0A", new PngSyntax()),
    GIF("image/gif", "gif", "474946383761|474946383961", new GifSyntax()),
    WEBP("image/webp", "webp", "52494646........57454250", new WebpSyntax());

    /** As many bytes as it takes to tell the formats apart. */
    static final int HEAD = 12;

    private final String mediaType;
    private final String extension;
    private final String signature;
    private final ImageSyntax syntax;

    /** @param signature in hexadecimal, as a regular expression */
    ImageFormat(String mediaType, String extension, String signature, ImageSyntax syntax) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.signature = "(?:" + signature + ").*";
        this.syntax = syntax;
    }

    /** The IANA media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of file names, without a dot. */
    String extension() {
        return extension;
    }

    /** The media types of all formats. */
    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(ImageFormat::mediaType).toList();
    }

    /** Told by the first bytes of a file; names and declared types count for nothing. */
    static Optional<ImageFormat> of(byte[] head) {
        String hex = HexFormat.of().withUpperCase().formatHex(head);
        return Arrays.stream(values())
                .filter(format -> hex.matches(format.signature))
                .findFirst();
    }

    ImageSyntax syntax() {
        return syntax;
    }
}
