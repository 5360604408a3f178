package io.microblog.notification.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who listens by one connection. What they are told waits in a bounded queue; when that is full, it is over. */
final class Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final Credential credential;
    private final String peer;
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Waiting> queue;
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final Instant since = Instant.now();

    /**
     * By what somebody may listen.
     *
     * @param accountId the person
     * @param sid the session or access token; null where there is none
     * @param issuedAt when the internal token was made that says so
     * @param notifications whether it lets them hear of notifications
     * @param permissions what the role of the person allows on this server
     */
    record Credential(
            long accountId, @Nullable String sid, Instant issuedAt, boolean notifications, long permissions) {}

    private record Waiting(
            @Nullable Message message, @Nullable Channel channel, String text) {

        private static final Waiting END = new Waiting(null, null, "");
    }

    Listener(Credential credential, String peer, int capacity) {
        this.credential = credential;
        this.peer = peer;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    Credential credential() {
        return credential;
    }

    long accountId() {
        return credential.accountId();
    }

    String peer() {
        return peer;
    }

    /** When it began to listen. */
    Instant since() {
        return since;
    }

    /** To what it listens; changes of it are seen at once. */
    Set<Channel> channels() {
        return channels;
    }

    /** Has the client told of something; never waits. */
    void tell(Message message, Channel channel) {
        enqueue(new Waiting(message, channel, ""));
    }

    /** The same of what is no news. */
    void tell(String text) {
        enqueue(new Waiting(null, null, text));
    }

    /** Ends it soon, whatever still waits; why is the first reason given. */
    void end(Ending why) {
        if (ending.compareAndSet(null, why)) {
            channels.clear();
            queue.clear();
            queue.offer(Waiting.END);
        }
    }

    /** Why it is over; null while it is not. */
    @Nullable
    Ending ending() {
        return ending.get();
    }

    /** Writes until it is over. The thread is the only one that does, and waits where the client is slow. */
    void serve(Transport transport, Duration heartbeat) {
        try {
            long beat = System.nanoTime() + heartbeat.toNanos();
            while (ending() == null) {
                Waiting next = queue.poll(beat - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next != null && ending() == null) {
                    write(transport, next);
                }
                if (beat - System.nanoTime() <= 0) {
                    transport.heartbeat();
                    beat = System.nanoTime() + heartbeat.toNanos();
                }
            }
            Ending why = ending();
            if (why != null) {
                transport.end(why);
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A listener is gone: {}", gone.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(Waiting next) {
        if (ending() == null && !queue.offer(next)) {
            end(Ending.TOO_SLOW);
        }
    }

    private static void write(Transport transport, Waiting next) throws IOException {
        if (next.message() != null && next.channel() != null) {
            transport.send(next.message(), next.channel());
        } else if (!next.text().isEmpty()) {
            transport.send(next.text());
        }
    }
}
