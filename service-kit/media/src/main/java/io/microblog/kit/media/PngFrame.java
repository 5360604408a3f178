package io.microblog.kit.media;

import java.io.DataOutputStream;
import java.nio.ByteBuffer;

/**
 * A picture of an animated PNG file, on its way to the screen.
 *
 * @param cel what is shown, and how
 * @param out where its own file goes
 */
record PngFrame(Cel cel, DataOutputStream out) {

    private static final int BYTES = 26;

    /** @param data of the chunk that tells of the picture, after its number */
    static PngFrame of(byte[] data, ImageFacts whole, DataOutputStream out) throws MalformedImage {
        if (data.length != BYTES) {
            throw new MalformedImage("is not a valid PNG file");
        }
        ByteBuffer control = ByteBuffer.wrap(data, Integer.BYTES, BYTES - Integer.BYTES);
        ImageFacts facts = ImageFacts.of(ImageFormat.PNG, control.getInt(), control.getInt(), whole.bytesPerPixel())
                .coloured(whole.profile());
        int x = control.getInt();
        int y = control.getInt();
        int time = Short.toUnsignedInt(control.getShort());
        int unit = Short.toUnsignedInt(control.getShort());
        int delay = time * Cel.SECOND / (unit == 0 ? Cel.SECOND : unit);
        Cel.Disposal disposal = Cel.Disposal.of(control.get());
        boolean blended = control.get() != 0;
        return new PngFrame(new Cel(facts, x, y, delay, blended, disposal), out);
    }

    ImageFacts facts() {
        return cel.facts();
    }
}
