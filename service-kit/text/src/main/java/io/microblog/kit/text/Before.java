package io.microblog.kit.text;

/**
 * What stands before the place where an entity may begin. Underscores are looked through, since they may be emphasis:
 * {@code _@alice_} names the same person as {@code *@alice*}.
 *
 * @param codePoint the first one to the left that is no underscore, 0 at the start
 * @param underscores how many stand between it and the place
 */
record Before(int codePoint, int underscores) {

    static Before of(String text, int index) {
        int underscores = Characters.underscoresBefore(text, index);
        return new Before(Characters.before(text, index - underscores), underscores);
    }

    /** How many of them may open emphasis: none within a word. */
    int opening() {
        return Characters.isWord(codePoint) ? 0 : underscores;
    }
}
