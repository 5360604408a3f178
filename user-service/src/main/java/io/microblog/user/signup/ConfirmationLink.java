package io.microblog.user.signup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import io.microblog.kit.web.BaseUrl;
import io.microblog.user.secret.Secrets;
import org.springframework.stereotype.Component;

/**
 * The link in a confirmation mail: the id of the event that asked for the mail, signed. Made again it is the same link,
 * and nobody can make one from what is in the database or in Kafka.
 */
@Component
class ConfirmationLink {

    private static final String PURPOSE = "confirmation link";
    private static final int ID_BYTES = 16;

    private final Secrets secrets;
    private final BaseUrl base;

    ConfirmationLink(Secrets secrets, BaseUrl base) {
        this.secrets = secrets;
        this.base = base;
    }

    String of(UUID confirmationId) {
        return base.resolve("/auth/confirmation?confirmation_token=" + token(confirmationId));
    }

    /** The id that a token was made from; empty when it was not made here. */
    Optional<UUID> read(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            ByteBuffer id = ByteBuffer.wrap(Arrays.copyOf(bytes, ID_BYTES));
            var confirmationId = new UUID(id.getLong(), id.getLong());
            boolean genuine = MessageDigest.isEqual(bytes, signed(confirmationId));
            return genuine ? Optional.of(confirmationId) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String token(UUID confirmationId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed(confirmationId));
    }

    private byte[] signed(UUID confirmationId) {
        byte[] id = ByteBuffer.allocate(ID_BYTES)
                .putLong(confirmationId.getMostSignificantBits())
                .putLong(confirmationId.getLeastSignificantBits())
                .array();
        byte[] signature = secrets.sign(PURPOSE, id);
        return ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(id)
                .put(signature)
                .array();
    }
}
