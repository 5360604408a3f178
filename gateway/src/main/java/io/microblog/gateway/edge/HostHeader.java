package io.microblog.gateway.edge;

import java.util.List;
import java.util.regex.Pattern;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Has a request refused as broken unless it names exactly one host, as RFC 9112 (3.2) asks: programs that disagree on
 * which host is meant are tricked by the difference. HTTP/1.0 knows no such header; simple health checks speak it, and
 * nothing that we answer is made from it.
 */
class HostHeader extends ChannelInboundHandlerAdapter {

    static final String NAME = "microblog.hostHeader";

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request
                && request.decoderResult().isSuccess()
                && !isClear(request.protocolVersion(), request.headers().getAll(HttpHeaderNames.HOST))) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("Not exactly one host")));
        }
        super.channelRead(context, message);
    }

    static boolean isClear(HttpVersion version, List<String> hosts) {
        return hosts.isEmpty()
                ? version.equals(HttpVersion.HTTP_1_0)
                : hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
    }
}
