package io.microblog.notification.stream;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** A WebSocket. */
final class SocketTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(SocketTransport.class);
    private static final int UNANSWERED = 2;

    private final WebSocketSession session;
    private final AtomicInteger unanswered = new AtomicInteger();

    SocketTransport(WebSocketSession session) {
        this.session = session;
    }

    /** The client has shown that it is there. */
    void heard() {
        unanswered.set(0);
    }

    @Override
    public void send(Message message, Channel channel) throws IOException {
        send(message.frame(channel));
    }

    @Override
    public void send(String text) throws IOException {
        session.sendMessage(new TextMessage(text));
    }

    @Override
    public void heartbeat() throws IOException {
        if (unanswered.incrementAndGet() > UNANSWERED) {
            throw new IOException("The client answers no pings");
        }
        session.sendMessage(new PingMessage());
    }

    @Override
    public void end(Ending ending) throws IOException {
        session.close(new CloseStatus(ending.code(), ending.reason()));
    }

    /** Gives it up, if it is not over yet: who cannot be written to hears of no reason either. */
    void abandon() {
        try {
            session.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException gone) {
            LOG.debug("A socket was gone already: {}", gone.toString());
        }
    }
}
