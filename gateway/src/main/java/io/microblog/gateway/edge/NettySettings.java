package io.microblog.gateway.edge;

import java.time.Duration;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Bounds what one connection may cost: the size of a request's head and the time a client may take over it. */
@Component
class NettySettings implements NettyServerCustomizer {

    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;

    /** Between two reads of a body. */
    private static final Duration READ = Duration.ofSeconds(20);

    /** For a whole body; 40 MB over a slow mobile network. */
    private static final Duration BODY = Duration.ofMinutes(5);

    @Override
    public HttpServer apply(HttpServer server) {
        return server.httpRequestDecoder(
                        decoder -> decoder.maxInitialLineLength(MAX_LINE).maxHeaderSize(MAX_HEADERS))
                .readTimeout(READ)
                .requestTimeout(BODY)
                .doOnChannelInit((observer, channel, address) -> channel.pipeline()
                        .addBefore(NettyPipeline.HttpTrafficHandler, HeadDeadline.NAME, new HeadDeadline())
                        .addBefore(NettyPipeline.HttpTrafficHandler, RequestLine.NAME, new RequestLine())
                        .addBefore(NettyPipeline.HttpTrafficHandler, ResponseDate.NAME, new ResponseDate())
                        .addBefore(NettyPipeline.HttpTrafficHandler, HostHeader.NAME, new HostHeader())
                        .addBefore(NettyPipeline.HttpTrafficHandler, BodyPace.NAME, new BodyPace())
                        .addBefore(NettyPipeline.HttpTrafficHandler, BareErrors.NAME, new BareErrors()));
    }
}
