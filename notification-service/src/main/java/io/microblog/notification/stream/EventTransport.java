package io.microblog.notification.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events. A client that is gone is noticed when something is written to it. */
final class EventTransport implements Transport {

    private final OutputStream out;

    EventTransport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void send(Message message, Channel channel) throws IOException {
        send(message.lines());
    }

    @Override
    public void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void heartbeat() throws IOException {
        send(":thump\n\n");
    }

    /** There are no words for it: the answer is over. */
    @Override
    public void end(Ending ending) {}
}
