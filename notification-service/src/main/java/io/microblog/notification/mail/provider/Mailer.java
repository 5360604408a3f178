package io.microblog.notification.mail.provider;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Hands mails over to whoever delivers them. */
public interface Mailer {

    /**
     * Hands over up to 500 mails, within the time that an attempt may take.
     *
     * @param batch travels with them, so that they can be found again
     * @return what became of each, in their order; failures are outcomes, not exceptions
     */
    List<Outcome> send(UUID batch, List<Mail> mails);

    /**
     * Which mails of a batch the provider has, to settle outcomes that were unclear.
     *
     * @param stream by which all of them left
     * @return the ids of their deliveries
     * @throws IOException when the provider does not answer
     */
    Set<Long> accepted(UUID batch, MessageStream stream) throws IOException;

    /**
     * Has the provider deliver to an address again to which it has ceased to.
     *
     * @return whether it does from now on
     * @throws IOException when the provider does not answer
     */
    boolean reactivate(String address, MessageStream stream) throws IOException;
}
