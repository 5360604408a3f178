package io.microblog.user.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Client secrets: made by us of 256 random bits, so a plain hash keeps them as safe as a slow one would. */
class HashedSecret implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : RandomToken.hash(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return secret != null
                && hash != null
                && MessageDigest.isEqual(
                        RandomToken.hash(secret.toString()).getBytes(StandardCharsets.US_ASCII),
                        hash.getBytes(StandardCharsets.US_ASCII));
    }
}
