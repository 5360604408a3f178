package io.microblog.gateway.edge;

import java.util.Set;

import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.ProblemBody;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the usual body to the errors that the HTTP server answers before any of our code runs: a head that is too long
 * or broken, an address that is none.
 */
class BareErrors extends ChannelOutboundHandlerAdapter {

    static final String NAME = "microblog.bareErrors";

    private static final Set<Integer> STATUSES = Set.of(400, 414, 431);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof FullHttpResponse response && isBare(response)) {
            FullHttpResponse explained =
                    response.replace(body(context, response.status().code()));
            explained
                    .headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, explained.content().readableBytes())
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            response.release();
            super.write(context, explained, promise.unvoid().addListener(ChannelFutureListener.CLOSE));
        } else {
            super.write(context, message, promise);
        }
    }

    private static boolean isBare(FullHttpResponse response) {
        return STATUSES.contains(response.status().code())
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static ByteBuf body(ChannelHandlerContext context, int status) {
        String error = status == 400 ? "The request cannot be understood" : "The head of the request is too long";
        byte[] json = JSON.writeValueAsBytes(ProblemBody.from(new Problem(HttpStatus.valueOf(status), error)));
        return context.alloc().buffer(json.length).writeBytes(json);
    }
}
