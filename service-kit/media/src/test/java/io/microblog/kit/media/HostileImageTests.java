package io.microblog.kit.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Unavailable;
import io.microblog.testing.HostileImages;
import io.microblog.testing.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;

import static io.microblog.kit.media.Fixtures.ascii;
import static io.microblog.kit.media.Fixtures.deflated;
import static io.microblog.kit.media.Fixtures.fixture;
import static io.microblog.kit.media.Fixtures.join;
import static io.microblog.kit.media.Fixtures.slice;
import static io.microblog.kit.media.Fixtures.withChunk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HostileImageTests {

    private static final byte[] JPEG = Pictures.jpeg(80, 60);
    private static final byte[] PNG = Pictures.png(80, 60);
    private static final byte[] GIF = Pictures.gif(80, 60);
    private static final byte[] WEBP = fixture("lossy.webp");

    private final ImagePipeline pipeline = new ImagePipeline(new ImageProperties(
            DataSize.ofMegabytes(1),
            1_000_000,
            DataSize.ofMegabytes(16),
            DataSize.ofMegabytes(8),
            Duration.ofMillis(100)));

    private final ImagePipeline generous = new ImagePipeline(new ImageProperties(
            DataSize.ofMegabytes(16),
            33_177_600,
            DataSize.ofMegabytes(108),
            DataSize.ofMegabytes(72),
            Duration.ofSeconds(10)));

    static Stream<Arguments> costly() {
        return Stream.of(
                arguments("has too many scans for its size", HostileImages.progressiveJpeg()),
                arguments("has too many scans for its size", HostileImages.progressiveJpeg(16, 16, 101)),
                arguments("has too many pixels for its format", HostileImages.progressiveJpeg(4_500, 4_500, 3)),
                arguments("is compressed in a way that cannot be shown", remarked(JPEG, 0xC0, 0xC9)),
                arguments("has a colour profile that is too large", profiled(17)),
                arguments("takes too much work for its size", HostileImages.webpOfManyCodes()),
                arguments("is an animation of more than 4194304 pixels", animation(65_535, 65_535, 2)),
                arguments("is an animation that is too long for its size", animation(2_000, 2_000, 76)),
                arguments("is an animation that is too long for its size", animation(8, 8, 1_001)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costly")
    @Timeout(10)
    void refusesWhatTakesMoreThanItIsWorth(String reason, byte[] file) {
        assertThatThrownBy(() -> generous.process(7, new MockMultipartFile("file", file), "file", whole()))
                .isInstanceOf(Invalid.class)
                .hasMessage("Validation failed: File " + reason);
    }

    @Test
    @Timeout(10)
    void inflatesOneProfileOfAFile() {
        byte[] chunk = withChunk(new byte[33], "iCCP", join(ascii("x\0\0"), deflated(new byte[5 << 20])));
        byte[][] parts = new byte[2_500][];
        Arrays.fill(parts, slice(chunk, 33, chunk.length));
        byte[] file = join(slice(PNG, 0, 33), join(parts), slice(PNG, 33, PNG.length));

        assertThat(generous.process(7, new MockMultipartFile("file", file), "file", whole())
                        .images())
                .hasSize(1);
    }

    @Test
    void stopsADecoderThatHasUsedUpItsTime() {
        var input = new MeteredInput(new byte[2_000], 2_000, Long.MAX_VALUE / 2, Duration.ZERO);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        input.read();
                    }
                })
                .isInstanceOf(MalformedImage.class);
        assertThatThrownBy(() -> input.read(new byte[10])).isInstanceOf(MalformedImage.class);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", new byte[0]),
                arguments("text", ascii("Hello")),
                arguments("SVG", ascii("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")),
                arguments("HTML before an image", join(ascii("<html>"), JPEG)),
                arguments("a PDF", ascii("%PDF-1.7\n")),
                arguments("TIFF", ascii("II*\0\b\0\0\0")),
                arguments("BMP", ascii("BM\0\0\0\0")),
                arguments("RIFF that is sound", ascii("RIFF\20\0\0\0WAVEfmt ")),
                arguments("50,000 by 50,000 pixels", Pictures.emptyPng(50_000, 50_000)),
                arguments("more pixels than an int counts", Pictures.emptyPng(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                arguments("no pixels", Pictures.emptyPng(0, 10)),
                arguments("fewer than no pixels", Pictures.emptyPng(-5, -5)),
                arguments("a header without a picture", Pictures.emptyPng(10, 10)),
                arguments("a JPEG of too many pixels", resized(JPEG, 0xC0, 5, 0xC350)),
                arguments("a GIF of too many pixels", gifOf(65_535, 65_535)),
                arguments("a WebP of too many pixels", resized(WEBP, 0x2A, 1, 0x3FFF)),
                arguments("print colours", fixture("print.jpg")),
                arguments("half a JPEG", slice(JPEG, 0, JPEG.length / 2)),
                arguments("a JPEG without its end", slice(JPEG, 0, JPEG.length - 2)),
                arguments("half a PNG", slice(PNG, 0, PNG.length / 2)),
                arguments("half a GIF", slice(GIF, 0, GIF.length / 2)),
                arguments("half a WebP", slice(WEBP, 0, WEBP.length / 2)),
                arguments("only a signature", slice(PNG, 0, 8)),
                arguments("a chunk that never ends", join(slice(PNG, 0, 33), ascii("\177\377\377\377aaaa"))),
                arguments("a negative chunk", join(slice(PNG, 0, 33), ascii("\377\377\377\377aaaa"))),
                arguments("endless scans", scans(JPEG, 5_000)),
                arguments("a file that is too large", join(JPEG, new byte[1 << 20])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    @Timeout(10)
    void refusesWhatIsNoImage(String what, byte[] file) {
        assertThatThrownBy(() -> pipeline.process(7, new MockMultipartFile("avatar", file), "avatar", whole()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.details()).containsOnlyKeys("avatar"))
                .hasMessageStartingWith("Validation failed: Avatar ");
    }

    static Stream<Arguments> harmless() {
        byte[] script = ascii("<script>alert(1)</script>");
        return Stream.of(
                arguments("an image before HTML", join(JPEG, script)),
                arguments("an image before an archive", join(PNG, ascii("PK\3\4"), script)),
                arguments("a comment with a script", Fixtures.withSegment(JPEG, 0xFE, script)),
                arguments("a comment that inflates", withChunk(palette(), "zTXt", bomb())),
                arguments("a profile that inflates", withChunk(PNG, "iCCP", bomb())),
                arguments("a profile that is none", withChunk(PNG, "iCCP", join(ascii("x\0\0"), deflated(script)))),
                arguments("an endless GIF", endless()),
                arguments("a GIF with a long comment", commented()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    @Timeout(10)
    void makesHarmlessWhatIsAnImageToo(String what, byte[] file) {
        var image = pipeline.process(7, new MockMultipartFile("file", file), "file", whole())
                .images()
                .getFirst();

        assertThat(new String(image.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script", "PK");
        assertThat(Pictures.decode(image.bytes()).getWidth()).isEqualTo(80);
    }

    @Test
    void refusesWhatIsDeclaredToBeSomethingElse() {
        for (String declared : new String[] {"image/svg+xml", "text/html", "video/mp4", "a b"}) {
            assertThatThrownBy(() ->
                            pipeline.process(7, new MockMultipartFile("file", "a.png", declared, PNG), "file", whole()))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("is declared to be something else");
        }
    }

    @Test
    void surroundsDamagedFilesWithNothingWorseThanARefusal() {
        byte[][] files = {JPEG, PNG, GIF, WEBP, fixture("transparent.webp"), fixture("animated.webp")};
        Random random = new Random(24);
        for (int round = 0; round < 600; round++) {
            byte[] file = files[round % files.length].clone();
            for (int i = 0; i < 1 + round % 7; i++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                pipeline.process(7, new MockMultipartFile("file", file), "file", whole());
            } catch (Invalid refused) {
                assertThat(refused.details()).containsOnlyKeys("file");
            }
        }
    }

    @Test
    void letsUploadsWaitForMemoryAndThenComeBackLater() throws Exception {
        MemoryBudget budget = new MemoryBudget(DataSize.ofMegabytes(16), Duration.ofMillis(50));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = Thread.ofVirtual().start(() -> hold(budget, taken, done));
        taken.await();

        assertThatThrownBy(() -> budget.with(1 << 20, () -> "late")).isInstanceOf(Unavailable.class);
        done.countDown();
        other.join();
        assertThat(budget.with(16 << 20, () -> "in time")).isEqualTo("in time");
    }

    private static void hold(MemoryBudget budget, CountDownLatch taken, CountDownLatch done) {
        try {
            budget.with(16 << 20, () -> {
                taken.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return "";
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Frame whole() {
        return new Frame.Area(8_294_400);
    }

    /** Two sizes of two bytes, so many bytes behind a byte. */
    private static byte[] resized(byte[] file, int after, int distance, int size) {
        byte[] changed = file.clone();
        int at = 12;
        while ((changed[at] & 0xFF) != after) {
            at++;
        }
        for (int i = 0; i < 4; i++) {
            int value = after == 0x2A ? (i % 2 == 0 ? size : size >> 8) : (i % 2 == 0 ? size >> 8 : size);
            changed[at + (after == 0x2A ? distance : distance - 1) + i] = (byte) value;
        }
        return changed;
    }

    private static byte[] remarked(byte[] jpeg, int from, int to) {
        byte[] changed = jpeg.clone();
        int at = 2;
        while ((changed[at + 1] & 0xFF) != from) {
            at += 2 + (((changed[at + 2] & 0xFF) << 8) | (changed[at + 3] & 0xFF));
        }
        changed[at + 1] = (byte) to;
        return changed;
    }

    private static byte[] profiled(int segments) {
        byte[] jpeg = JPEG;
        for (int i = 0; i < segments; i++) {
            jpeg = Fixtures.withSegment(jpeg, 0xE2, new byte[65_000]);
        }
        return jpeg;
    }

    /** On a screen of any size, of pictures of eight by eight pixels. */
    private static byte[] animation(int width, int height, int pictures) {
        byte[] file = Pictures.animatedGif(8, 8, pictures);
        file[6] = (byte) width;
        file[7] = (byte) (width >> 8);
        file[8] = (byte) height;
        file[9] = (byte) (height >> 8);
        return file;
    }

    private static byte[] gifOf(int width, int height) {
        byte[] file = GIF.clone();
        int frame = 13 + 3 * 256;
        while (file[frame] != 0x2C) {
            frame++;
        }
        file[frame + 5] = (byte) width;
        file[frame + 6] = (byte) (width >> 8);
        file[frame + 7] = (byte) height;
        file[frame + 8] = (byte) (height >> 8);
        return file;
    }

    private static byte[] palette() {
        return Pictures.encode(Pictures.decode(GIF), "png");
    }

    private static byte[] bomb() {
        return join(ascii("name\0\0"), deflated(new byte[200 << 20]));
    }

    /** The first frame, then frames until the file is full. */
    private static byte[] endless() {
        byte[][] parts = new byte[200][];
        parts[0] = slice(GIF, 0, GIF.length - 1);
        byte[] frame = slice(GIF, 13 + 3 * 256, GIF.length - 1);
        Arrays.fill(parts, 1, parts.length, frame);
        return join(parts);
    }

    private static byte[] commented() {
        byte[] comment = new byte[900_000];
        Arrays.fill(comment, (byte) 255);
        int blocks = comment.length / 256;
        int colours = 13 + 3 * 256;
        return join(
                slice(GIF, 0, colours),
                ascii("!\376"),
                slice(comment, 0, blocks * 256),
                new byte[1],
                slice(GIF, colours, GIF.length));
    }

    private static byte[] scans(byte[] jpeg, int count) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
        }
        byte[][] parts = new byte[count + 1][];
        parts[0] = slice(jpeg, 0, at);
        Arrays.fill(parts, 1, count, slice(jpeg, at, at + 16));
        parts[count] = slice(jpeg, at, jpeg.length);
        return join(parts);
    }
}
