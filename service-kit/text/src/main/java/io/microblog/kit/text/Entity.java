package io.microblog.kit.text;

import java.util.Locale;

/** Something in a text that becomes a link by itself. */
sealed interface Entity {

    /** How it is written in the source. */
    String written();

    /** How many underscores it ends with. */
    default int underscores() {
        return Characters.underscoresBefore(written(), written().length());
    }

    /** A bare web address. */
    record Url(String written) implements Entity {}

    /**
     * A person.
     *
     * @param name the user name as written
     * @param local whether it means an account of this server
     */
    record Mention(String written, String name, boolean local) implements Entity {

        /** The key by which the account is looked up. */
        String username() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A hashtag.
     *
     * @param name as written, without the hash sign
     */
    record Tag(String written, String name) implements Entity {}
}
