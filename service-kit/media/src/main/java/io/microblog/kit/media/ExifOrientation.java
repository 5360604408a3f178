package io.microblog.kit.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one number of Exif data (CIPA DC-008) that a picture needs. Anything else of it is a matter of privacy and is not even
 * read.
 */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE_OFFSET = 8;

    private ExifOrientation() {}

    /**
     * From 1 to 8; upright where the data say nothing that makes sense.
     *
     * @param tiff the data from their byte order mark on
     */
    static int of(byte[] tiff) {
        try {
            return find(ByteBuffer.wrap(tiff));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return UPRIGHT;
        }
    }

    private static int find(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + VALUE_OFFSET));
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
