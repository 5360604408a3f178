package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** GIF (89a): blocks. Kept is the first frame with its transparency, so an animation becomes a still picture. */
final class GifSyntax implements ImageSyntax {

    private static final int SIGNATURE_BYTES = 6;
    private static final int SCREEN_BYTES = 7;
    private static final int FRAME_BYTES = 9;
    private static final int CONTROL_BYTES = 4;

    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int FRAME = 0x2C;
    private static final int END = 0x3B;

    @Override
    public ImageFacts copy(DataInputStream in, OutputStream out) throws IOException {
        out.write(in.readNBytes(SIGNATURE_BYTES));
        byte[] screen = copy(in, out, SCREEN_BYTES);
        colours(in, out, screen[4]);
        byte[] control = {};
        int block = in.readUnsignedByte();
        while (block == EXTENSION) {
            if (in.readUnsignedByte() == GRAPHIC_CONTROL) {
                control = control(in);
            } else {
                subBlocks(in, OutputStream.nullOutputStream());
            }
            block = in.readUnsignedByte();
        }
        if (block != FRAME) {
            throw new MalformedImage("has no picture in it");
        }
        if (control.length > 0) {
            out.write(EXTENSION);
            out.write(GRAPHIC_CONTROL);
            out.write(CONTROL_BYTES);
            out.write(control);
            out.write(0);
        }
        return frame(in, out);
    }

    /** Empty when it is not as long as it has to be. */
    private static byte[] control(DataInputStream in) throws IOException {
        byte[] data = new byte[in.readUnsignedByte()];
        in.readFully(data);
        if (data.length > 0) {
            subBlocks(in, OutputStream.nullOutputStream());
        }
        return data.length == CONTROL_BYTES ? data : new byte[0];
    }

    private static ImageFacts frame(DataInputStream in, OutputStream out) throws IOException {
        out.write(FRAME);
        byte[] frame = copy(in, out, FRAME_BYTES);
        colours(in, out, frame[8]);
        copy(in, out, 1); // how many bits the colours take
        subBlocks(in, out);
        out.write(END);
        return new ImageFacts(
                ImageFormat.GIF, littleEndian(frame, 4), littleEndian(frame, 6), 1, ExifOrientation.UPRIGHT, null);
    }

    private static void colours(DataInputStream in, OutputStream out, int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            copy(in, out, 3 << ((flags & 7) + 1));
        }
    }

    private static void subBlocks(DataInputStream in, OutputStream out) throws IOException {
        int length = in.readUnsignedByte();
        while (length > 0) {
            out.write(length);
            copy(in, out, length);
            length = in.readUnsignedByte();
        }
        out.write(0);
    }

    private static byte[] copy(DataInputStream in, OutputStream out, int length) throws IOException {
        byte[] data = new byte[length];
        in.readFully(data);
        out.write(data);
        return data;
    }

    private static int littleEndian(byte[] data, int at) {
        return (data[at] & 0xFF) | ((data[at + 1] & 0xFF) << 8);
    }
}
