package io.microblog.bench.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

import org.springframework.security.crypto.bcrypt.BCrypt;

/** How the first people of the data prove who they are. */
public final class SignedIn {

    /** As many people have an access token. */
    public static final int PEOPLE = 200;

    /** Of everybody. */
    public static final String PASSWORD = "correct horse battery staple";

    private SignedIn() {}

    /** The access token of the number-th person. */
    public static String token(int person) {
        return "bench-access-token-of-person-" + person;
    }

    public static String email(int person) {
        return People.username(person) + "@bench.example";
    }

    /** As user-service keeps tokens. */
    static String tokenHash(int person) {
        return hash(token(person));
    }

    /** The same of any other token. */
    static String hash(String token) {
        return HexFormat.of().formatHex(digest("SHA-256", token));
    }

    /** As user-service keeps passwords. */
    static String passwordHash() {
        return "{bcrypt-sha384}" + BCrypt.hashpw(digested(), BCrypt.gensalt());
    }

    /** What user-service has bcrypt hash in place of the password. */
    public static String digested() {
        return Base64.getEncoder().encodeToString(digest("SHA-384", PASSWORD));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
