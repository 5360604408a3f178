package io.microblog.user.block;

import java.util.Locale;

import io.microblog.kit.security.Sha256;

/** What is the same for all spellings of one mailbox, as the API defines it: without dots, or what follows a plus sign. */
final class MailboxHash {

    private MailboxHash() {}

    /**
     * The hash of an address.
     *
     * @return SHA-256, 64 hexadecimal digits
     */
    static String of(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        int at = Math.max(text.lastIndexOf('@'), 0);
        String name = text.substring(0, at);
        int plus = name.indexOf('+');
        String mailbox = (plus < 0 ? name : name.substring(0, plus)).replace(".", "");
        return Sha256.hex(mailbox + text.substring(at));
    }
}
