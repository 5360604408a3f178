package io.microblog.notification.stream;

import java.io.IOException;

/** The connection to a client. One thread at a time writes to it, and waits where the client is slow. */
interface Transport {

    /** Sends a message that came by a channel. */
    void send(Message message, Channel channel) throws IOException;

    /** Sends what is no news, such as a refusal. */
    void send(String text) throws IOException;

    /**
     * Shows the client that the connection lives.
     *
     * @throws IOException when the client has not shown the same for too long
     */
    void heartbeat() throws IOException;

    /** Says that it is over, and why. */
    void end(Ending ending) throws IOException;
}
