package io.microblog.local.demo.drawing;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The one way to have something drawn. Pictures are the same for the same seed, and hold no text, so no fonts are needed. */
public final class Pictures {

    private static final Map<String, Consumer<Canvas>> KINDS = Map.ofEntries(
            Map.entry("mountains", Landscapes::mountains),
            Map.entry("sea", Landscapes::sea),
            Map.entry("city", Landscapes::city),
            Map.entry("forest", Landscapes::forest),
            Map.entry("desert", Landscapes::desert),
            Map.entry("night", Landscapes::night),
            Map.entry("fields", Landscapes::fields),
            Map.entry("cup", Things::cup),
            Map.entry("plant", Things::plant),
            Map.entry("bread", Things::bread),
            Map.entry("bicycle", Things::bicycle),
            Map.entry("books", Things::books),
            Map.entry("bars", Patterns::bars),
            Map.entry("curve", Patterns::curve),
            Map.entry("tiles", Patterns::tiles),
            Map.entry("quilt", Patterns::quilt));

    private Pictures() {}

    /** The kinds that {@link #paint} knows. */
    public static Set<String> kinds() {
        return KINDS.keySet();
    }

    /** A JPEG of that size in pixels. */
    public static byte[] paint(String kind, int width, int height, long seed) {
        Canvas canvas = new Canvas(width, height, seed);
        Consumer<Canvas> painter = KINDS.get(kind);
        if (painter == null) {
            throw new IllegalArgumentException("No painter of " + kind);
        }
        painter.accept(canvas);
        return canvas.encode("jpeg");
    }

    /**
     * A square PNG of a face.
     *
     * @param traits of: dark, tan; grey, fair; long, curly, bun, scarf, bald, cap; beard, moustache, glasses
     */
    public static byte[] portrait(long seed, Set<String> traits) {
        return new Portrait(seed, traits).paint();
    }
}
