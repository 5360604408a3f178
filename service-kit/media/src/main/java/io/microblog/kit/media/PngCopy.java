package io.microblog.kit.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

/** One walk through a PNG file, chunk by chunk. */
final class PngCopy {

    private static final int HEADER = name("IHDR");
    private static final int PALETTE = name("PLTE");
    private static final int TRANSPARENCY = name("tRNS");
    private static final int DATA = name("IDAT");
    private static final int END = name("IEND");
    private static final int PROFILE = name("iCCP");
    private static final int EXIF = name("eXIf");
    private static final int ANIMATION = name("acTL");
    private static final int FRAME = name("fcTL");
    private static final int FRAME_DATA = name("fdAT");

    private static final Set<Integer> NEEDED = Set.of(PALETTE, TRANSPARENCY, DATA, END);

    private static final int SIGNATURE_BYTES = 8;
    private static final int HEADER_BYTES = 13;

    /** Of the chunks that are read whole. */
    private static final int MAX_READ = 1 << 20;

    private static final int MAX_PROFILE = 4 << 20;
    private static final int MAX_PROFILE_NAME = 79;

    private final DataInputStream in;
    private final byte[] signature = new byte[SIGNATURE_BYTES];
    private final byte[] header = new byte[HEADER_BYTES];
    /** Each of them counts once: they inflate, and a file has room for thousands. */
    private final Set<Integer> read = new HashSet<>();

    PngCopy(DataInputStream in) {
        this.in = in;
    }

    ImageFacts still(OutputStream target) throws IOException {
        var out = new DataOutputStream(target);
        ImageFacts facts = header();
        out.write(signature);
        write(out, HEADER, header);
        while (true) {
            int length = length();
            int chunk = in.readInt();
            if (NEEDED.contains(chunk)) {
                out.writeInt(length);
                out.writeInt(chunk);
                Streams.copy(in, out, (long) length + Integer.BYTES);
                if (chunk == END) {
                    return facts;
                }
            } else {
                facts = note(length, chunk, facts);
            }
        }
    }

    /** Each picture has the header, the palette and what shines through in common with the others. */
    void project(Screen screen) throws IOException {
        ImageFacts facts = header();
        var common = new ByteArrayOutputStream();
        boolean animated = false;
        @Nullable PngFrame frame = null;
        int length = length();
        int chunk = in.readInt();
        while (chunk != END) {
            if (chunk == PALETTE || chunk == TRANSPARENCY) {
                write(new DataOutputStream(common), chunk, data(length));
            } else if (chunk == ANIMATION) {
                in.skipNBytes((long) length + Integer.BYTES);
                animated = true;
                screen.open(facts.width(), facts.height());
            } else if (chunk == FRAME && animated) {
                show(frame, screen);
                frame = PngFrame.of(data(length), facts, new DataOutputStream(screen.next()));
                begin(frame, common.toByteArray());
            } else if (frame != null && (chunk == DATA || chunk == FRAME_DATA)) {
                pixels(frame, length, chunk);
            } else if (chunk == DATA && !animated) {
                return;
            } else {
                facts = note(length, chunk, facts);
            }
            length = length();
            chunk = in.readInt();
        }
        show(frame, screen);
    }

    private void begin(PngFrame frame, byte[] common) throws IOException {
        DataOutputStream out = frame.out();
        out.write(signature);
        byte[] own = header.clone();
        ByteBuffer.wrap(own).putInt(frame.facts().width()).putInt(frame.facts().height());
        write(out, HEADER, own);
        out.write(common);
    }

    /** The pictures after the first one number their data. */
    private void pixels(PngFrame frame, int length, int chunk) throws IOException {
        int number = chunk == FRAME_DATA ? Integer.BYTES : 0;
        if (length < number) {
            throw new MalformedImage("is not a valid PNG file");
        }
        in.skipNBytes(number);
        frame.out().writeInt(length - number);
        frame.out().writeInt(DATA);
        Streams.copy(in, frame.out(), length - number);
        in.skipNBytes(Integer.BYTES);
        frame.out().writeInt(0); // a checksum that nobody looks at
    }

    private static void show(@Nullable PngFrame frame, Screen screen) throws IOException {
        if (frame != null) {
            write(frame.out(), END, new byte[0]);
            screen.show(frame.cel());
        }
    }

    private ImageFacts header() throws IOException {
        in.readFully(signature);
        if (in.readInt() != HEADER_BYTES || in.readInt() != HEADER) {
            throw new MalformedImage("is not a valid PNG file");
        }
        in.readFully(header);
        in.skipNBytes(Integer.BYTES);
        ByteBuffer data = ByteBuffer.wrap(header);
        int width = data.getInt();
        int height = data.getInt();
        int bits = data.get() * channels(data.get());
        return ImageFacts.of(ImageFormat.PNG, width, height, Math.max(1, bits / Byte.SIZE));
    }

    private static int channels(int colourType) {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    private int length() throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new MalformedImage("is not a valid PNG file");
        }
        return length;
    }

    private byte[] data(int length) throws IOException {
        if (length > MAX_READ) {
            throw new MalformedImage("is not a valid PNG file");
        }
        byte[] data = new byte[length];
        in.readFully(data);
        in.skipNBytes(Integer.BYTES);
        return data;
    }

    private static void write(DataOutputStream out, int chunk, byte[] data) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, chunk));
        sum.update(data);
        out.writeInt(data.length);
        out.writeInt(chunk);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }

    private ImageFacts note(int length, int chunk, ImageFacts facts) throws IOException {
        if (chunk == HEADER) {
            throw new MalformedImage("is not a valid PNG file");
        }
        boolean wanted = (chunk == PROFILE || chunk == EXIF) && length <= MAX_READ && read.add(chunk);
        if (!wanted) {
            in.skipNBytes((long) length + Integer.BYTES);
            return facts;
        }
        byte[] data = data(length);
        return chunk == EXIF ? facts.turned(ExifOrientation.of(data)) : facts.coloured(profile(data));
    }

    /** After a name with a zero at its end and the number of the compression, of which there is one. */
    private static byte @Nullable [] profile(byte[] data) {
        int name = 0;
        while (name < data.length && name <= MAX_PROFILE_NAME && data[name] != 0) {
            name++;
        }
        int start = Math.min(name + 2, data.length);
        try (InputStream inflated =
                new InflaterInputStream(new ByteArrayInputStream(data, start, data.length - start))) {
            byte[] profile = inflated.readNBytes(MAX_PROFILE + 1);
            return profile.length > MAX_PROFILE ? null : profile;
        } catch (IOException _) {
            return null;
        }
    }

    private static int name(String chunk) {
        return Streams.fourLetters(chunk);
    }
}
