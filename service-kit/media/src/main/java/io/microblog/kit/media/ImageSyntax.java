package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * The structure of an image file. Files are rebuilt before a decoder sees them, from nothing but the parts that make the
 * picture: decoders also read comments and metadata, which may inflate to gigabytes or repeat without an end.
 */
interface ImageSyntax {

    /**
     * Copies the first picture and leaves out everything else. Needs next to no memory, however large the file is.
     *
     * @throws MalformedImage when the file breaks the rules of its format
     * @throws java.io.EOFException when it ends too soon
     */
    ImageFacts copy(DataInputStream in, OutputStream out) throws IOException;

    /**
     * Hands over the pictures of an animation; of a still one at most one. What an animation shows before its file ends too
     * soon has been handed over by then.
     *
     * @throws MalformedImage when the file breaks the rules of its format
     * @throws java.io.EOFException when it ends too soon
     */
    default void project(DataInputStream in, Screen screen) throws IOException {}

    /** Puts right what could only be known at the end of the copy. */
    default void seal(ByteBuffer copy) {}
}
