package io.microblog.user.block;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

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
        String mailbox = (plus < 0 ? name : name.substring(0, plus)).replace(".", "") + text.substring(at);
        try {
            byte[] bytes = mailbox.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
