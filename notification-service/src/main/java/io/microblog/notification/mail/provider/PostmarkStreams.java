package io.microblog.notification.mail.provider;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What Postmark calls the ways out.
 *
 * @param broadcast the id of the message stream for mails to many people
 */
public record PostmarkStreams(String broadcast) {

    /** The stream that every server has from its beginning, and that counts where none is named. */
    private static final String TRANSACTIONAL = "outbound";

    String nameOf(MessageStream stream) {
        return stream == MessageStream.BROADCAST ? broadcast : TRANSACTIONAL;
    }

    /** The one of that name; empty when it is none of ours. */
    public Optional<MessageStream> named(@Nullable String name) {
        if (name == null || name.equals(TRANSACTIONAL)) {
            return Optional.of(MessageStream.TRANSACTIONAL);
        }
        return name.equals(broadcast) ? Optional.of(MessageStream.BROADCAST) : Optional.empty();
    }
}
