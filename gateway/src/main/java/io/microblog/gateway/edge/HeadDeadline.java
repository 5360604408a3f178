package io.microblog.gateway.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose next request does not come. The whole head must arrive in time, so sending it byte by byte
 * wins nothing.
 */
class HeadDeadline extends ChannelDuplexHandler {

    static final String NAME = "microblog.headDeadline";

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration NEXT = Duration.ofSeconds(60);

    private @Nullable Future<?> deadline;
    private int unanswered;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expect(context, FIRST);
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

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            unanswered++;
            cancel();
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isInterim(message) && --unanswered <= 0) {
            expect(context, NEXT);
        }
        super.write(context, message, promise);
    }

    /** "Continue", or the switch to a WebSocket: the answer is yet to come, or never ends. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** Nobody waits for the end of a connection that is given up. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void expect(ChannelHandlerContext context, Duration time) {
        cancel();
        deadline = context.executor().schedule((Runnable) context::close, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        Future<?> pending = deadline;
        deadline = null;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
