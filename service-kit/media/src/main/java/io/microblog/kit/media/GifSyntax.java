package io.microblog.kit.media;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

import io.microblog.kit.media.Cel.Disposal;

/** GIF (89a): blocks. Kept are the pictures with their transparency. */
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
        copy(in, out, SIGNATURE_BYTES);
        byte[] screen = copy(in, out, SCREEN_BYTES);
        colours(in, out, screen[4]);
        byte[] control = {};
        int block = in.readUnsignedByte();
        while (block == EXTENSION) {
            control = extension(in, control);
            block = in.readUnsignedByte();
        }
        if (block != FRAME) {
            throw new MalformedImage("has no picture in it");
        }
        return picture(in, out, control).facts();
    }

    @Override
    public void project(DataInputStream in, Screen screen) throws IOException {
        var common = new ByteArrayOutputStream();
        copy(in, common, SIGNATURE_BYTES);
        byte[] size = copy(in, common, SCREEN_BYTES);
        colours(in, common, size[4]);
        screen.open(littleEndian(size, 0), littleEndian(size, 2));
        byte[] control = {};
        int block = in.readUnsignedByte();
        while (block != END) {
            if (block == FRAME) {
                OutputStream out = screen.next();
                common.writeTo(out);
                screen.show(picture(in, out, control));
                control = new byte[0];
            } else if (block == EXTENSION) {
                control = extension(in, control);
            } else {
                throw new MalformedImage("is not a valid GIF file");
            }
            block = in.readUnsignedByte();
        }
    }

    /** Reads an extension; returns what is known of the next picture after it. */
    private static byte[] extension(DataInputStream in, byte[] control) throws IOException {
        if (in.readUnsignedByte() == GRAPHIC_CONTROL) {
            return control(in);
        }
        subBlocks(in, OutputStream.nullOutputStream());
        return control;
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

    private static Cel picture(DataInputStream in, OutputStream out, byte[] control) throws IOException {
        if (control.length > 0) {
            out.write(new byte[] {EXTENSION, (byte) GRAPHIC_CONTROL, CONTROL_BYTES});
            out.write(control);
            out.write(0);
        }
        out.write(FRAME);
        byte[] frame = copy(in, out, FRAME_BYTES);
        colours(in, out, frame[8]);
        copy(in, out, 1); // how many bits the colours take
        subBlocks(in, out);
        out.write(END);
        ImageFacts facts = ImageFacts.of(ImageFormat.GIF, littleEndian(frame, 4), littleEndian(frame, 6), 1);
        int delay = control.length > 0 ? littleEndian(control, 1) : 0;
        return new Cel(facts, littleEndian(frame, 0), littleEndian(frame, 2), delay, true, disposal(control));
    }

    private static Disposal disposal(byte[] control) {
        int number = control.length > 0 ? (control[0] >> 2) & 7 : 0;
        return number == 2 ? Disposal.CLEARED : number == 3 ? Disposal.UNDONE : Disposal.STAYS;
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
