package io.microblog.user.letter;

import java.util.Optional;
import java.util.UUID;

import io.microblog.internal.SecurityMail;

/** Knows some of the security mails that are due: those of accounts, or those of sign-ups. */
public interface LetterSource {

    /** The mail that an event asks for; empty when it is not known here or not due any more. */
    Optional<SecurityMail> find(UUID eventId);
}
