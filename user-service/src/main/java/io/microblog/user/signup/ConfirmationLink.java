package io.microblog.user.signup;

import java.util.Optional;
import java.util.UUID;

import io.microblog.kit.web.BaseUrl;
import io.microblog.user.secret.SignedIds;
import org.springframework.stereotype.Component;

/** The link in a confirmation mail: the id of the event that asked for the mail, signed. */
@Component
class ConfirmationLink {

    private static final String PURPOSE = "confirmation link";

    private final SignedIds ids;
    private final BaseUrl base;

    ConfirmationLink(SignedIds ids, BaseUrl base) {
        this.ids = ids;
        this.base = base;
    }

    String of(UUID confirmationId) {
        return base.resolve("/auth/confirmation?confirmation_token=" + ids.sign(PURPOSE, confirmationId));
    }

    /** The id that a token was made from; empty when it was not made here. */
    Optional<UUID> read(String token) {
        return ids.read(PURPOSE, token);
    }
}
