package io.microblog.gateway.body;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

/**
 * The bodies that are on their way, and how much of them is kept in memory. Each sender may have so many, and a part of the
 * memory; what little a usual body needs is always there.
 */
@Component
class OpenBodies {

    /** Of each body, uncounted. */
    static final int FREE = 16 * 1024;

    /** For all bodies together, of the heap. */
    private static final long MOST = Runtime.getRuntime().maxMemory() / 8;

    /** For those of one sender. */
    private static final long MOST_OF_ONE = MOST / 4;

    private static final class Sender {
        int open;
        int unfinished;
        long bytes;
    }

    private final Map<String, Sender> senders = new HashMap<>();
    private long bytes;

    /**
     * Lets another body begin.
     *
     * @return false when the sender has as many unfinished ones as are allowed
     */
    synchronized boolean begin(String who, int allowed) {
        Sender sender = senders.computeIfAbsent(who, name -> new Sender());
        if (sender.unfinished >= allowed) {
            return false;
        }
        sender.open++;
        sender.unfinished++;
        return true;
    }

    /** The body is here. */
    synchronized void finish(String who) {
        sender(who).unfinished--;
    }

    /** Whether so much more of the sender's bodies may be kept. */
    synchronized boolean keep(String who, long more) {
        Sender sender = sender(who);
        if (bytes + more > MOST || sender.bytes + more > MOST_OF_ONE) {
            return false;
        }
        bytes += more;
        sender.bytes += more;
        return true;
    }

    /** The body is gone, with what was kept of it. */
    synchronized void forget(String who, long kept) {
        Sender sender = sender(who);
        bytes -= kept;
        sender.bytes -= kept;
        if (--sender.open == 0) {
            senders.remove(who);
        }
    }

    private Sender sender(String who) {
        return Objects.requireNonNull(senders.get(who));
    }
}
