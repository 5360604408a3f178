package io.microblog.kit.text;

/** Makes a text that came from outside storable and harmless to its neighbours. */
public final class SourceText {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

    private SourceText() {}

    /**
     * The text with {@code \n} as its only line ending and without control characters, unpaired surrogates (neither can
     * be stored) and the two bidirectional overrides (they make a text show other than it reads). The marks, embeddings
     * and isolates that right-to-left writing needs stay.
     */
    public static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().map(SourceText::lineEnding).forEach(c -> {
            if (isKept(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** Whether it is ASCII of which nothing is to be changed. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c >= 0x7F) && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private static int lineEnding(int c) {
        int type = Character.getType(c);
        boolean separator = type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
        return c == '\r' || separator ? '\n' : c;
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE -> false;
            default -> c != LEFT_TO_RIGHT_OVERRIDE && c != RIGHT_TO_LEFT_OVERRIDE;
        };
    }
}
