package io.microblog.kit.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import io.microblog.testing.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Element;

import static io.microblog.kit.media.Fixtures.ascii;
import static io.microblog.kit.media.Fixtures.fixture;
import static io.microblog.kit.media.Fixtures.join;
import static io.microblog.kit.media.Fixtures.slice;
import static io.microblog.kit.media.Fixtures.withChunk;
import static org.assertj.core.api.Assertions.assertThat;

class AnimationTests {

    private static final String RED = "red";
    private static final String GREEN = "green";
    private static final String BLUE = "blue";
    private static final String NOTHING = "nothing";

    private final ImagePipeline pipeline = new ImagePipeline(new ImageProperties(
            DataSize.ofMegabytes(16),
            33_177_600,
            DataSize.ofMegabytes(108),
            DataSize.ofMegabytes(72),
            Duration.ofSeconds(10)));

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aGifKeepsMoving() throws IOException {
        ProcessedImage processed = process(Pictures.animatedGif(80, 60, 3), new Frame.Area(1_000_000));

        EncodedImage moving = moving(processed);
        assertThat(moving.format()).isEqualTo(ImageFormat.GIF);
        assertThat(moving.width()).isEqualTo(80);
        assertThat(moving.height()).isEqualTo(60);
        assertThat(shown(moving)).containsExactly(RED, GREEN, BLUE);
        assertThat(delays(moving)).containsOnly("20");
        assertThat(new String(moving.bytes(), StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
        assertThat(processed.images().getFirst().format()).isEqualTo(ImageFormat.JPEG);
        assertThat(processed.blurhash()).hasSize(28);
    }

    @Test
    void itsStillPictureIsTheFirstOne() {
        EncodedImage still = animation(process(Pictures.animatedGif(80, 60, 2), new Frame.Crop(40, 40)))
                .still();

        assertThat(still.format()).isEqualTo(ImageFormat.PNG);
        assertThat(still.width()).isEqualTo(40);
        assertThat(colour(Pictures.decode(still.bytes()), 20, 20)).isEqualTo(RED);
    }

    @Test
    void aPngKeepsMoving() throws IOException {
        byte[] red = filled(Color.RED);
        byte[] file = join(
                slice(
                        withChunk(withChunk(red, "fcTL", control(0, 0)), "acTL", new byte[8]),
                        0,
                        red.length - 12 + 38 + 20),
                chunk("fcTL", control(1, 1)),
                chunk("fdAT", join(new byte[4], pixels(filled(Color.BLUE)))),
                chunk("IEND", new byte[0]));

        EncodedImage moving = moving(process(file, new Frame.Area(1_000_000)));

        assertThat(shown(moving)).containsExactly(RED, BLUE);
        assertThat(delays(moving)).containsOnly("50");
    }

    @Test
    void aWebpKeepsMoving() throws IOException {
        byte[] still = fixture("lossy.webp");
        byte[] payload = slice(still, 12, still.length);
        byte[] file = webp(animated(payload, 0), animated(payload, 20));

        EncodedImage moving = moving(process(file, new Frame.Area(1_000_000)));

        assertThat(moving.width()).isEqualTo(60);
        BufferedImage last = screens(moving).getLast();
        assertThat(colour(last, 5, 15)).isEqualTo(RED);
        assertThat(colour(last, 25, 15)).isEqualTo(RED);
        assertThat(colour(last, 55, 15)).isEqualTo(BLUE);
        assertThat(delays(moving)).containsExactly("30", "30");
    }

    @Test
    void whatIsClearedIsTransparentAgain() throws IOException {
        BufferedImage left = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        BufferedImage right = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 32; i++) {
            left.setRGB(i % 4, i / 4, Color.RED.getRGB());
            right.setRGB(4 + i % 4, i / 4, Color.BLUE.getRGB());
        }

        List<BufferedImage> screens = screens(film(left, right, left));

        assertThat(screens.stream().map(screen -> colour(screen, 1, 1))).containsExactly(RED, NOTHING, RED);
        assertThat(screens.stream().map(screen -> colour(screen, 6, 1))).containsExactly(NOTHING, BLUE, NOTHING);
    }

    @Test
    void onlyWhatChangesIsWritten() throws IOException {
        BufferedImage before = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 400 * 400; i++) {
            before.setRGB(i % 400, i / 400, i * 0x9E3779B9);
        }
        BufferedImage after = Pixels.as(before, BufferedImage.TYPE_INT_RGB);
        after.setRGB(200, 200, Color.RED.getRGB());

        int one = film(before).bytes().length;

        assertThat(film(before, after, after).bytes().length).isLessThan(one + 1_000);
    }

    @Test
    void theMorePicturesTheSmallerTheyBecome() {
        EncodedImage few = moving(process(Pictures.animatedGif(1_000, 800, 2), new Frame.Area(8_294_400)));
        EncodedImage many = moving(process(Pictures.animatedGif(1_000, 800, 100), new Frame.Area(8_294_400)));

        assertThat(few.width()).isEqualTo(1_000);
        assertThat(many.width()).isBetween(500, 800);
    }

    @Test
    void whatIsCutOffIsShownUntilThere() throws IOException {
        byte[] whole = Pictures.animatedGif(80, 60, 3);

        EncodedImage moving = moving(process(slice(whole, 0, whole.length - 20), new Frame.Area(1_000_000)));

        assertThat(shown(moving)).containsExactly(RED, GREEN);
    }

    @Test
    void aSinglePictureDoesNotMove() {
        assertThat(process(Pictures.gif(80, 60), new Frame.Area(1_000_000)).animation())
                .isNull();
        assertThat(process(Pictures.animatedGif(80, 60, 1), new Frame.Area(1_000_000))
                        .animation())
                .isNull();
    }

    private ProcessedImage process(byte[] file, Frame frame) {
        return pipeline.process(7, new MockMultipartFile("file", file), "file", frame);
    }

    private static Animation animation(ProcessedImage processed) {
        return Objects.requireNonNull(processed.animation());
    }

    private static EncodedImage moving(ProcessedImage processed) {
        return animation(processed).moving();
    }

    private static EncodedImage film(BufferedImage... pictures) throws IOException {
        try (var encoder = new GifEncoder(1 << 20)) {
            for (BufferedImage picture : pictures) {
                encoder.add(picture, 10);
            }
            return encoder.finish();
        }
    }

    /** What is seen at the upper left, picture by picture. */
    private static List<String> shown(EncodedImage gif) throws IOException {
        return screens(gif).stream().map(screen -> colour(screen, 2, 2)).toList();
    }

    /** As a browser composes them. */
    private static List<BufferedImage> screens(EncodedImage gif) throws IOException {
        List<BufferedImage> screens = new ArrayList<>();
        ImageReader reader = reader(gif);
        BufferedImage screen = new BufferedImage(gif.width(), gif.height(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < reader.getNumImages(true); i++) {
            Element place = part(reader, i, "ImageDescriptor");
            var graphics = screen.createGraphics();
            graphics.drawImage(
                    reader.read(i), number(place, "imageLeftPosition"), number(place, "imageTopPosition"), null);
            graphics.dispose();
            screens.add(Pixels.as(screen, BufferedImage.TYPE_INT_ARGB));
            if (part(reader, i, "GraphicControlExtension")
                    .getAttribute("disposalMethod")
                    .startsWith("restore")) {
                screen = new BufferedImage(gif.width(), gif.height(), BufferedImage.TYPE_INT_ARGB);
            }
        }
        return screens;
    }

    private static List<String> delays(EncodedImage gif) throws IOException {
        ImageReader reader = reader(gif);
        List<String> delays = new ArrayList<>();
        for (int i = 0; i < reader.getNumImages(true); i++) {
            delays.add(part(reader, i, "GraphicControlExtension").getAttribute("delayTime"));
        }
        return delays;
    }

    private static ImageReader reader(EncodedImage gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif.bytes())));
        return reader;
    }

    private static Element part(ImageReader reader, int index, String name) throws IOException {
        Element root = (Element) reader.getImageMetadata(index).getAsTree("javax_imageio_gif_image_1.0");
        return (Element) root.getElementsByTagName(name).item(0);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static String colour(BufferedImage screen, int x, int y) {
        Color colour = new Color(screen.getRGB(x, y), true);
        if (colour.getAlpha() == 0) {
            return NOTHING;
        }
        if (colour.getRed() > 200) {
            return RED;
        }
        return colour.getBlue() > 200 ? BLUE : GREEN;
    }

    private static byte[] filled(Color colour) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, colour.getRGB());
        }
        return Pictures.encode(image, "png");
    }

    /** Of the whole screen, for half a second. */
    private static byte[] control(int number, int blend) {
        return ByteBuffer.allocate(26)
                .putInt(number)
                .putInt(8)
                .putInt(8)
                .putInt(0)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 2)
                .put((byte) 0)
                .put((byte) blend)
                .array();
    }

    private static byte[] chunk(String name, byte[] data) {
        return slice(withChunk(new byte[33], name, data), 33, 33 + 12 + data.length);
    }

    /** What stands in the only data chunk of a small PNG file. */
    private static byte[] pixels(byte[] png) {
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT");
        return slice(png, at + 4, at + 4 + ByteBuffer.wrap(png).getInt(at - 4));
    }

    /** On a screen of 60 by 30 pixels. */
    private static byte[] webp(byte[]... frames) {
        ByteBuffer header = ByteBuffer.allocate(18 + 14).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("VP8X")).putInt(10).putInt(0x02).put((byte) 59).putShort((short) 0);
        header.put((byte) 29).putShort((short) 0).put(ascii("ANIM")).putInt(6);
        byte[] content = join(header.array(), join(frames));
        return join(ascii("RIFF"), littleEndian(content.length + 4), ascii("WEBP"), content);
    }

    /** For 0.3 seconds. */
    private static byte[] animated(byte[] picture, int x) {
        ByteBuffer frame = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        frame.put((byte) (x / 2)).putShort((short) 0).put((byte) 0).putShort((short) 0);
        frame.put((byte) 39).putShort((short) 0).put((byte) 29).putShort((short) 0);
        frame.putShort((short) 300).put((byte) 0).put((byte) 0);
        return join(ascii("ANMF"), littleEndian(16 + picture.length), frame.array(), picture);
    }

    private static byte[] littleEndian(int value) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return bytes.toByteArray();
    }
}
