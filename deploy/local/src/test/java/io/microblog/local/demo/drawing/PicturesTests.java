package io.microblog.local.demo.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesTests {

    @ParameterizedTest
    @MethodSource("kinds")
    void drawsTheSameForTheSameSeedAndElseAnother(String kind) throws IOException {
        byte[] picture = Pictures.paint(kind, 320, 200, 1);

        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(decoded.getWidth()).isEqualTo(320);
        assertThat(Pictures.paint(kind, 320, 200, 1)).isEqualTo(picture);
        assertThat(Pictures.paint(kind, 320, 200, 2)).isNotEqualTo(picture);
    }

    @Test
    void drawsFacesByTheirTraits() {
        assertThat(Pictures.portrait(1, Set.of("beard"))).isNotEqualTo(Pictures.portrait(1, Set.of("glasses")));
    }

    private static Set<String> kinds() {
        return new TreeSet<>(Pictures.kinds());
    }
}
