package io.microblog.kit.page;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to where strangers say: to public addresses at the usual ports and nowhere else, on every hop. What decides is the
 * address that the connection is made to.
 */
public final class PublicHttp {

    private static final int MAX_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private PublicHttp() {}

    /**
     * What one client takes up at most.
     *
     * @param connections at a time
     * @param perHost at a time to one host and port
     * @param silence how long an answer, or a further part of it, is waited for
     */
    public record Limits(int connections, int perHost, Duration silence) {}

    /**
     * A client that keeps to public addresses, without cookies, passwords or repetitions.
     *
     * @param userAgent who asks, so that the owner of an address knows
     */
    public static HttpClientBuilder client(String userAgent, Limits limits) {
        return client(userAgent, limits, new PublicAddresses(), true);
    }

    /**
     * @param names what a host is found by; what it refuses is not connected to
     * @param usualPortsOnly whether other ports than those of HTTP are refused
     */
    static HttpClientBuilder client(String userAgent, Limits limits, DnsResolver names, boolean usualPortsOnly) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.perHost())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .setSocketTimeout((int) limits.silence().toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(MAX_REDIRECTS)
                        .setConnectionRequestTimeout(1, TimeUnit.SECONDS)
                        .setResponseTimeout(limits.silence().toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .addRequestInterceptorFirst((request, entity, context) -> check(request, usualPortsOnly))
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent(userAgent);
    }

    /**
     * Whether an address may lead to the public web, as far as it says itself: names are looked up when they are connected
     * to, and refused then.
     */
    public static boolean mayReach(URI address) {
        String host = address.getHost();
        return host != null && address.getRawUserInfo() == null && isUsual(address.getPort()) && isPublic(host);
    }

    private static boolean isPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean local = name.equals("localhost") || name.endsWith(".localhost");
        return !local && literal(name).map(PublicAddresses::isPublic).orElse(true);
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(int port) {
        return port == -1 || port == 80 || port == 443;
    }

    private static void check(HttpRequest request, boolean usualPortsOnly) throws HttpException {
        @Nullable URIAuthority authority = request.getAuthority();
        if (authority == null || authority.getUserInfo() != null || (usualPortsOnly && !isUsual(authority.getPort()))) {
            throw new ProtocolException("Only the usual ports are connected to");
        }
    }
}
