package io.microblog.gateway.edge;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Sends text compressed to those who can read it so. Not the pages of the sign-in: they hold secrets beside what an
 * address can put there, and the length of what is compressed together tells one of the other (BREACH). Not events
 * either, each of which has to leave at once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 14)
class Compression implements WebFilter {

    /** Below, an answer fits into one packet anyway. */
    private static final long WORTHWHILE = 1024;

    private static final Set<String> TEXTUAL = Set.of("json", "xml", "javascript");

    private static final String GZIP = "gzip";

    /** With no weight, or one above zero. */
    private static final Pattern READS_GZIP = Pattern.compile(
            "(?:^|,)\\s*gzip\\s*(?:;\\s*q=(?:1|0\\.(?!0+\\b)\\d{1,3}|1\\.0{1,3})\\s*)?(?:,|$)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        exchange.getResponse().beforeCommit(() -> {
            HttpHeaders answer = exchange.getResponse().getHeaders();
            if (!SecurityHeaders.isSignIn(request.getURI().getRawPath()) && isWorthwhile(answer)) {
                answer.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
                if (readsGzip(request)) {
                    weakenTag(answer);
                    compress(exchange);
                }
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    /**
     * Netty takes zstd where a client reads that as well, but makes a frame of its own of each part of an answer, and some
     * clients stop reading after the first.
     */
    private static void compress(ServerWebExchange exchange) {
        ServerHttpRequestDecorator.<HttpServerRequest>getNativeRequest(exchange.getRequest())
                .requestHeaders()
                .set(HttpHeaders.ACCEPT_ENCODING, GZIP);
        ServerHttpResponseDecorator.<HttpServerResponse>getNativeResponse(exchange.getResponse())
                .compression(true);
    }

    private static boolean readsGzip(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                .anyMatch(codings -> READS_GZIP.matcher(codings).find());
    }

    private static boolean isWorthwhile(HttpHeaders headers) {
        long length = headers.getContentLength();
        return (length < 0 || length >= WORTHWHILE)
                && !headers.containsHeader(HttpHeaders.CONTENT_ENCODING)
                && isText(headers.getContentType());
    }

    private static boolean isText(@Nullable MediaType type) {
        if (type == null || type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM)) {
            return false;
        }
        String suffix = type.getSubtypeSuffix();
        return type.getType().equals("text") || TEXTUAL.contains(suffix == null ? type.getSubtype() : suffix);
    }

    /** The tag of exact bytes is not that of other bytes with the same meaning. */
    private static void weakenTag(HttpHeaders headers) {
        String tag = headers.getETag();
        if (tag != null && tag.startsWith("\"")) {
            headers.setETag("W/" + tag);
        }
    }
}
