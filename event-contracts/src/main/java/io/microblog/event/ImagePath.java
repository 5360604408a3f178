package io.microblog.event;

/**
 * The path of an image, as events carry it. Whoever stores an animation ({@code x.gif}) stores the still picture that it
 * begins with beside it ({@code x.png}), and whoever shows it may rely on that.
 */
public final class ImagePath {

    private static final String ANIMATED = ".gif";
    private static final String STILL = ".png";

    private ImagePath() {}

    /** Whether the image moves. */
    public static boolean isAnimated(String path) {
        return path.endsWith(ANIMATED);
    }

    /**
     * What to show of an image that is not to move: of an animation its still picture, of anything else itself.
     *
     * @param path of a stored image, or a whole address that ends with it
     */
    public static String still(String path) {
        return isAnimated(path) ? path.substring(0, path.length() - ANIMATED.length()) + STILL : path;
    }
}
