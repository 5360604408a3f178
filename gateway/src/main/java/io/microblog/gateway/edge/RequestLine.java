package io.microblog.gateway.edge;

import java.util.HexFormat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Settles how an address is read before anything reads it. Browsers leave some characters of a query unescaped that no
 * URI may hold; they are escaped. A backslash in the path, which some programs take for a slash, names nothing.
 */
class RequestLine extends ChannelInboundHandlerAdapter {

    static final String NAME = "microblog.requestLine";

    private static final String UNESCAPED_BY_BROWSERS = "|\\^`{}\"<>";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            String settled = settle(request.uri());
            if (!settled.equals(request.uri())) {
                request.setUri(settled);
            }
        }
        super.channelRead(context, message);
    }

    static String settle(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        if (path.indexOf('\\') >= 0) {
            return "/%5C";
        }
        return query < 0 ? uri : path + escape(uri.substring(query));
    }

    private static String escape(String query) {
        if (query.chars().noneMatch(c -> UNESCAPED_BY_BROWSERS.indexOf(c) >= 0)) {
            return query;
        }
        var escaped = new StringBuilder();
        query.chars().forEach(c -> {
            if (UNESCAPED_BY_BROWSERS.indexOf(c) >= 0) {
                escaped.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }
}
