package io.microblog.kit.media;

import java.io.IOException;
import java.io.OutputStream;

/** Takes the pictures of an animation, one after the other, each as a file of its own. */
interface Screen {

    /** Comes first. */
    void open(int width, int height) throws IOException;

    /** Where the next picture's file goes. */
    OutputStream next() throws IOException;

    /** The file is complete. */
    void show(Cel cel) throws IOException;
}
