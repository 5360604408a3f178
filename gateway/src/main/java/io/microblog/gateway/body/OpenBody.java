package io.microblog.gateway.body;

import java.io.ByteArrayOutputStream;

import io.microblog.kit.problem.Unavailable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * One body on its way. What is kept is copied: buffers as they come from the network hold much more than the few bytes that
 * a slow client may send in each. Used by one thread at a time.
 */
class OpenBody implements AutoCloseable {

    private final OpenBodies all;
    private final String who;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long counted;
    private boolean finished;
    private boolean closed;

    OpenBody(OpenBodies all, String who) {
        this.all = all;
        this.who = who;
    }

    /**
     * Keeps another piece, and lets go of its buffer.
     *
     * @throws Unavailable when there is no room for it
     */
    void add(DataBuffer piece) {
        try {
            int length = piece.readableByteCount();
            long more = Math.max(0, bytes.size() + length - OpenBodies.FREE) - counted;
            if (more > 0 && !all.keep(who, more)) {
                throw new Unavailable("Too much is being sent at once");
            }
            counted += Math.max(0, more);
            byte[] part = new byte[length];
            piece.read(part);
            bytes.writeBytes(part);
        } finally {
            DataBufferUtils.release(piece);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** It has come whole, so it no longer counts as unfinished. */
    void finish() {
        if (!finished) {
            finished = true;
            all.finish(who);
        }
    }

    boolean isFinished() {
        return finished;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            finish();
            all.forget(who, counted);
        }
    }
}
