package io.microblog.gateway.block;

import java.time.Duration;
import java.util.List;

import io.microblog.gateway.edge.PeerAddress;
import io.microblog.gateway.routing.Backend;
import io.microblog.gateway.routing.StreamEnd;
import io.microblog.gateway.routing.Upstreams;
import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.kit.security.ServiceIdentity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;

/**
 * Asks user-service every few seconds which networks get nothing at all. While it cannot say, those of before stay out;
 * until it has said so for the first time, nobody does.
 */
@Component
class BlockedNetworks extends BackgroundLoop implements StreamEnd {

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int MAX_ANSWER = 1024 * 1024;

    private final WebClient client;
    private final Upstreams upstreams;
    private final ServiceIdentity identity;
    private final Duration pause;
    private final Sinks.Many<AddressRanges> changes = Sinks.many().multicast().directBestEffort();
    private volatile AddressRanges ranges = AddressRanges.NONE;

    /** @param pause between two questions: so long somebody may still get in */
    BlockedNetworks(
            HttpClient connections,
            Upstreams upstreams,
            ServiceIdentity identity,
            @Value("${microblog.blocked-networks.pause}") Duration pause) {
        super("blocked-networks", pause.multipliedBy(2));
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(connections.responseTimeout(ANSWER)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER))
                .build();
        this.upstreams = upstreams;
        this.identity = identity;
        this.pause = pause;
    }

    /** @param networks each an address and the length of its prefix */
    private record Answer(List<String> networks) {}

    /** Whether somebody with this address gets nothing. */
    boolean contain(String peer) {
        return ranges.contain(peer);
    }

    @Override
    public Mono<Void> of(ServerWebExchange exchange) {
        String peer = PeerAddress.of(exchange);
        return changes.asFlux().filter(now -> now.contain(peer)).next().then();
    }

    @Override
    protected Duration round() {
        Answer answer = client.get()
                .uri(upstreams.of(Backend.USER).next().base() + "/internal/blocked-networks")
                .headers(headers -> headers.setBearerAuth(identity.tokenFor(Backend.USER.service())))
                .retrieve()
                .bodyToMono(Answer.class)
                .block(ANSWER.multipliedBy(2));
        if (answer != null) {
            ranges = new AddressRanges(answer.networks());
            changes.emitNext(ranges, Sinks.EmitFailureHandler.FAIL_FAST);
        }
        return pause;
    }
}
