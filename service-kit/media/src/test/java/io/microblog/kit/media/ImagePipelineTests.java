package io.microblog.kit.media;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.microblog.testing.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;

import static io.microblog.kit.media.Fixtures.ascii;
import static io.microblog.kit.media.Fixtures.exif;
import static io.microblog.kit.media.Fixtures.fixture;
import static io.microblog.kit.media.Fixtures.join;
import static io.microblog.kit.media.Fixtures.withChunk;
import static io.microblog.kit.media.Fixtures.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

class ImagePipelineTests {

    private final ImagePipeline pipeline = new ImagePipeline(new ImageProperties(
            DataSize.ofMegabytes(16),
            33_177_600,
            DataSize.ofMegabytes(108),
            DataSize.ofMegabytes(72),
            Duration.ofSeconds(10)));

    @Test
    void keepsASmallPhotographAsItIs() {
        ProcessedImage processed =
                pipeline.process(7, file(Pictures.jpeg(640, 480)), "file", new Frame.Area(8_294_400));

        EncodedImage image = processed.images().getFirst();
        assertThat(image.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(image.width()).isEqualTo(640);
        assertThat(image.height()).isEqualTo(480);
        assertHalves(image, true);
        assertThat(processed.blurhash()).hasSize(4 + 2 * 12);
    }

    @Test
    void bringsALargePhotographToTheAreaAsked() {
        ProcessedImage processed = pipeline.process(
                7, file(Pictures.jpeg(5712, 4284)), "file", new Frame.Area(8_294_400), new Frame.Area(640 * 360));

        assertThat((long) processed.images().getFirst().width()
                        * processed.images().getFirst().height())
                .isBetween(6_000_000L, 8_300_000L);
        EncodedImage preview = processed.images().getLast();
        assertThat(preview.width()).isEqualTo(554);
        assertThat(preview.height()).isEqualTo(416);
        assertHalves(preview, true);
    }

    @Test
    void cropsAroundTheMiddleAndEnlargesNothing() {
        Frame.Crop square = new Frame.Crop(400, 400);

        EncodedImage large = one(Pictures.jpeg(1600, 800), square);
        EncodedImage small = one(Pictures.jpeg(100, 50), square);

        assertThat(large.width()).isEqualTo(400);
        assertThat(large.height()).isEqualTo(400);
        assertHalves(large, true);
        assertThat(small.width()).isEqualTo(50);
        assertThat(small.height()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.25, 0.5",
        "2, 0.75, 0.5",
        "3, 0.75, 0.5",
        "4, 0.25, 0.5",
        "5, 0.5, 0.25",
        "6, 0.5, 0.25",
        "7, 0.5, 0.75",
        "8, 0.5, 0.75"
    })
    void turnsAPictureUpright(int orientation, double redX, double redY) {
        EncodedImage image = one(withSegment(Pictures.jpeg(80, 60), 0xE1, exif(orientation)), whole());

        assertThat(image.width()).isEqualTo(orientation > 4 ? 60 : 80);
        assertThat(colour(image, redX, redY)).as("orientation " + orientation).isEqualTo("red");
        assertThat(colour(image, 1 - redX, 1 - redY)).isEqualTo("blue");
    }

    @Test
    void theFirstOfSeveralOrientationsCounts() {
        byte[] file = withSegment(withSegment(Pictures.jpeg(80, 60), 0xE1, exif(6)), 0xE1, exif(1));

        assertThat(one(file, whole()).width()).isEqualTo(80);
    }

    @Test
    void leavesOutEverythingButThePicture() {
        byte[] secret = ascii("Home, sweet home");
        byte[] jpeg = withSegment(withSegment(Pictures.jpeg(80, 60), 0xE1, exif(1)), 0xFE, secret);
        byte[] png = withChunk(Pictures.transparentPng(80, 60), "tEXt", join(ascii("Comment\0"), secret));

        for (byte[] sent : new byte[][] {jpeg, png, join(jpeg, ascii("<script>Home</script>"))}) {
            assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("Home");
            assertThat(new String(one(sent, whole()).bytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Home", "Exif", "script");
        }
    }

    @Test
    void keepsTransparencyAsPngAndNothingElse() {
        EncodedImage transparent = one(Pictures.transparentPng(80, 60), whole());

        assertThat(transparent.format()).isEqualTo(ImageFormat.PNG);
        assertThat(Pictures.decode(transparent.bytes()).getRGB(20, 50) >>> 24).isZero();
        assertHalves(transparent, false);
        assertThat(one(Pictures.png(80, 60), whole()).format()).isEqualTo(ImageFormat.JPEG);
        assertThat(one(Pictures.gif(80, 60), whole()).format()).isEqualTo(ImageFormat.JPEG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lossy.webp", "transparent.webp", "transparent-lossy.webp", "animated.webp", "progressive.jpg"})
    void readsWhatCamerasAndBrowsersWrite(String name) {
        EncodedImage image = one(fixture(name), whole());

        assertThat(image.width()).isEqualTo(40);
        assertThat(image.height()).isEqualTo(30);
        assertThat(image.format()).isEqualTo(name.startsWith("transparent") ? ImageFormat.PNG : ImageFormat.JPEG);
        assertHalves(image, !name.startsWith("transparent"));
    }

    @Test
    void turnsWebpToo() {
        EncodedImage image = one(fixture("turned.webp"), whole());

        assertThat(image.width()).isEqualTo(30);
        assertThat(colour(image, 0.5, 0.25)).isEqualTo("red");
    }

    @Test
    void bringsColoursOfAProfileIntoTheStandardOnes() {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            grey.setRGB(i % 8, i / 8, 0x808080);
        }
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] png =
                withChunk(Pictures.encode(grey, "png"), "iCCP", join(ascii("linear\0\0"), Fixtures.deflated(linear)));

        BufferedImage shown = Pictures.decode(one(png, whole()).bytes());

        assertThat(new Color(shown.getRGB(4, 4)).getGreen()).isBetween(184, 192);
    }

    @Test
    void keepsGreysAsTheyAre() {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            grey.getRaster().setSample(i % 8, i / 8, 0, 128);
        }

        for (String format : new String[] {"png", "jpeg"}) {
            BufferedImage shown =
                    Pictures.decode(one(Pictures.encode(grey, format), whole()).bytes());
            assertThat(new Color(shown.getRGB(4, 4)).getGreen()).as(format).isBetween(125, 131);
        }
    }

    @Test
    void blurhashIsThatOfTheReferenceImplementation() {
        BufferedImage black = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);

        assertThat(pipeline.process(7, file(Pictures.encode(black, "png")), "file", whole())
                        .blurhash())
                .isEqualTo("L00000fQfQfQfQfQfQfQfQfQfQfQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image/jpeg", "image/png", "image/*", "application/octet-stream"})
    void toleratesWhatClientsDeclare(String declared) {
        MockMultipartFile file = new MockMultipartFile("file", "../../etc/passwd", declared, Pictures.jpeg(80, 60));

        assertHalves(pipeline.process(7, file, "file", whole()).images().getFirst(), true);
    }

    private EncodedImage one(byte[] bytes, Frame frame) {
        return pipeline.process(7, file(bytes), "file", frame).images().getFirst();
    }

    private static Frame whole() {
        return new Frame.Area(8_294_400);
    }

    private static MockMultipartFile file(byte[] bytes) {
        return new MockMultipartFile("file", bytes);
    }

    private static void assertHalves(EncodedImage image, boolean opaque) {
        assertThat(colour(image, 0.25, 0.25)).isEqualTo("red");
        assertThat(colour(image, 0.75, 0.25)).isEqualTo("blue");
        assertThat(image.format() == ImageFormat.JPEG).isEqualTo(opaque);
    }

    private static String colour(EncodedImage image, double x, double y) {
        BufferedImage shown = Pictures.decode(image.bytes());
        Color colour = new Color(shown.getRGB((int) (x * shown.getWidth()), (int) (y * shown.getHeight())));
        return colour.getRed() > 200 && colour.getBlue() < 80
                ? "red"
                : colour.getBlue() > 200 && colour.getRed() < 80 ? "blue" : colour.toString();
    }
}
