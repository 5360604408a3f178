package io.microblog.bench.benchmark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A progressive JPEG whose last scan is there many times: a small file, each scan of which makes a decoder walk through
 * all pixels once more.
 */
final class ManyScans {

    private static final int SIDE = 5_700;
    private static final int SCANS = 100;
    private static final String BOUNDARY = "a-boundary-that-is-in-no-picture";

    private ManyScans() {}

    /** The whole request that uploads it. */
    static byte[] upload(String headers) {
        try {
            byte[] picture = repeatLastScan(progressive());
            byte[] before = ("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                            + "Content-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
            int length = before.length + picture.length + after.length;
            var request = new ByteArrayOutputStream(length);
            request.writeBytes(("POST /api/v2/media HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n" + headers
                            + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: "
                            + length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            request.writeBytes(before);
            request.writeBytes(picture);
            request.writeBytes(after);
            return request.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(
                    null, new IIOImage(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Between the last "start of scan" and the end of the image, which is the last marker of the file. */
    private static byte[] repeatLastScan(byte[] jpeg) {
        int end = jpeg.length - 2;
        int scan = end;
        while (!(jpeg[scan] == (byte) 0xff && jpeg[scan + 1] == (byte) 0xda)) {
            scan--;
        }
        var repeated = new ByteArrayOutputStream();
        repeated.write(jpeg, 0, end);
        for (int i = 0; i < SCANS; i++) {
            repeated.write(jpeg, scan, end - scan);
        }
        repeated.write(jpeg, end, 2);
        return repeated.toByteArray();
    }
}
