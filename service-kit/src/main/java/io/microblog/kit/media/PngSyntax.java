package io.microblog.kit.media;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

/** PNG (W3C, third edition): chunks with a length, a name and a checksum. Kept are those without which nothing is seen. */
final class PngSyntax implements ImageSyntax {

    private static final int HEADER = name("IHDR");
    private static final int END = name("IEND");
    private static final int PROFILE = name("iCCP");
    private static final int EXIF = name("eXIf");
    private static final Set<Integer> NEEDED = Set.of(HEADER, name("PLTE"), name("tRNS"), name("IDAT"), END);

    private static final int SIGNATURE_BYTES = 8;
    private static final int HEADER_BYTES = 13;

    /** Of the chunks that are read whole. */
    private static final int MAX_READ = 1 << 20;

    private static final int MAX_PROFILE = 4 << 20;
    private static final int MAX_PROFILE_NAME = 79;

    @Override
    public ImageFacts copy(DataInputStream in, OutputStream target) throws IOException {
        var out = new DataOutputStream(target);
        out.write(in.readNBytes(SIGNATURE_BYTES));
        ImageFacts facts = header(in, out);
        while (true) {
            int length = in.readInt();
            int chunk = in.readInt();
            if (length < 0 || chunk == HEADER) {
                throw new MalformedImage("is not a valid PNG file");
            }
            if (NEEDED.contains(chunk)) {
                copy(in, out, length, chunk);
                if (chunk == END) {
                    return facts;
                }
            } else {
                facts = read(in, length, chunk, facts);
            }
        }
    }

    private static ImageFacts header(DataInputStream in, DataOutputStream out) throws IOException {
        if (in.readInt() != HEADER_BYTES || in.readInt() != HEADER) {
            throw new MalformedImage("is not a valid PNG file");
        }
        byte[] data = new byte[HEADER_BYTES + Integer.BYTES];
        in.readFully(data);
        out.writeInt(HEADER_BYTES);
        out.writeInt(HEADER);
        out.write(data);
        ByteBuffer header = ByteBuffer.wrap(data);
        int width = header.getInt();
        int height = header.getInt();
        int bits = header.get() * channels(header.get());
        return new ImageFacts(
                ImageFormat.PNG, width, height, Math.max(1, bits / Byte.SIZE), ExifOrientation.UPRIGHT, null);
    }

    private static int channels(int colourType) {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    private static void copy(DataInputStream in, DataOutputStream out, int length, int chunk) throws IOException {
        out.writeInt(length);
        out.writeInt(chunk);
        Streams.copy(in, out, (long) length + Integer.BYTES);
    }

    private static ImageFacts read(DataInputStream in, int length, int chunk, ImageFacts facts) throws IOException {
        boolean wanted = (chunk == PROFILE || chunk == EXIF) && length <= MAX_READ;
        if (!wanted) {
            in.skipNBytes((long) length + Integer.BYTES);
            return facts;
        }
        byte[] data = new byte[length];
        in.readFully(data);
        in.skipNBytes(Integer.BYTES);
        int orientation = chunk == EXIF ? ExifOrientation.of(data) : facts.orientation();
        byte[] profile = chunk == PROFILE ? profile(data) : facts.profile();
        return new ImageFacts(
                ImageFormat.PNG, facts.width(), facts.height(), facts.bytesPerPixel(), orientation, profile);
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
