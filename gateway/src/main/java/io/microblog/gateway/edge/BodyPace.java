package io.microblog.gateway.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request's body comes too slowly. Only the time counts in which we would have read: a service
 * that is slow to take an upload is not the client's fault.
 *
 * <p>Where the answer comes before the body has ended, as a refusal does, what is still on its way is read for a moment:
 * to close at once would reset the connection, and clients would see that in place of the answer.
 */
class BodyPace extends ChannelDuplexHandler {

    static final String NAME = "microblog.bodyPace";

    private static final long GRACE = Duration.ofSeconds(10).toNanos();

    /** About what a bad mobile connection still has. */
    private static final long BYTES_PER_SECOND = 8 * 1024;

    /** For the refusal of a body that is too slow to get out, and for a client to notice a refusal. */
    private static final long LAST_WORDS = Duration.ofSeconds(5).toNanos();

    private static final long NOT_WAITING = -1;

    private boolean expecting;
    private boolean closing;
    private long bytes;
    private long waited;
    private long waitingSince = NOT_WAITING;
    private @Nullable Future<?> check;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            begin();
        }
        if (message instanceof HttpContent content) {
            received(context, content);
        }
        if (message instanceof LastHttpContent) {
            end(context);
        }
        if (closing) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) throws Exception {
        if (expecting && waitingSince == NOT_WAITING) {
            waitingSince = now(context);
            if (check == null) {
                schedule(context, () -> check(context), GRACE);
            }
        }
        super.read(context);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
        if (expecting && !closing && context.channel().isActive()) {
            closing = true;
            context.channel().config().setAutoRead(true);
            if (context.channel() instanceof DuplexChannel socket) {
                socket.shutdownOutput();
            }
            schedule(context, () -> context.close(promise), LAST_WORDS);
        } else {
            super.close(context, promise);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        cancel();
        super.channelInactive(context);
    }

    private void begin() {
        expecting = true;
        bytes = 0;
        waited = 0;
        waitingSince = NOT_WAITING;
    }

    private void received(ChannelHandlerContext context, HttpContent content) {
        bytes += content.content().readableBytes();
        waited += waiting(context);
        waitingSince = NOT_WAITING;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void end(ChannelHandlerContext context) {
        expecting = false;
        cancel();
        if (closing) {
            context.close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void check(ChannelHandlerContext context) {
        long left = GRACE + TimeUnit.SECONDS.toNanos(bytes) / BYTES_PER_SECOND - waited - waiting(context);
        if (left > 0) {
            schedule(context, () -> check(context), left);
        } else {
            context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
            schedule(context, context::close, LAST_WORDS);
        }
    }

    private long waiting(ChannelHandlerContext context) {
        return waitingSince == NOT_WAITING ? 0 : now(context) - waitingSince;
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }

    /** Nobody waits for the end of a connection that is given up. */
    private void schedule(ChannelHandlerContext context, Runnable task, long nanos) {
        cancel();
        check = context.executor().schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    private void cancel() {
        Future<?> pending = check;
        check = null;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
