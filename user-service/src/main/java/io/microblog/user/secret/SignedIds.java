package io.microblog.user.secret;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Ids with our signature, for links. Made again, one is the same; and nobody can make one from what is in the database or
 * in Kafka.
 */
@Component
public class SignedIds {

    private static final int ID_BYTES = 16;

    private final Secrets secrets;

    SignedIds(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The id signed for one purpose; it is worth nothing for another. */
    public String sign(String purpose, UUID id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed(purpose, id));
    }

    /** The id that a token was made from; empty when it was not made here, or for something else. */
    public Optional<UUID> read(String purpose, String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length < ID_BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            var id = new UUID(buffer.getLong(), buffer.getLong());
            return MessageDigest.isEqual(bytes, signed(purpose, id)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] signed(String purpose, UUID id) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        byte[] signature = secrets.sign(purpose, bytes);
        return ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(bytes)
                .put(signature)
                .array();
    }
}
