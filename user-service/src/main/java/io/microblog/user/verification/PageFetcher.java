package io.microblog.user.verification;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches pages whose address strangers chose: from public addresses at the usual ports only, on every hop, within five
 * seconds and up to a megabyte.
 */
@Component
class PageFetcher {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_REDIRECTS = 3;
    private static final long DEADLINE_SECONDS = 5;

    private final CloseableHttpClient http;

    @Autowired
    PageFetcher() {
        this(new PublicAddresses(), true);
    }

    PageFetcher(DnsResolver names, boolean usualPortsOnly) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(8)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(3, TimeUnit.SECONDS)
                        .setSocketTimeout((int) DEADLINE_SECONDS, TimeUnit.SECONDS)
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(MAX_REDIRECTS)
                        .setConnectionRequestTimeout(1, TimeUnit.SECONDS)
                        .setResponseTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                        .build())
                .addRequestInterceptorFirst((request, entity, context) -> check(request, usualPortsOnly))
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Microblog (link verification)")
                .build();
    }

    /**
     * A page.
     *
     * @param address where it was found after redirects
     */
    record Page(URI address, String html) {}

    /** The HTML page at an address; empty when there is none, whatever the reason. */
    Optional<Page> fetch(URI address) {
        var get = new HttpGet(address);
        get.setHeader("Accept", "text/html");
        CompletableFuture.delayedExecutor(DEADLINE_SECONDS, TimeUnit.SECONDS).execute(get::cancel);
        try {
            return http.execute(get, response -> read(address, response));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }

    private static Optional<Page> read(URI address, ClassicHttpResponse response) throws IOException {
        boolean html = response.getEntity() != null
                && String.valueOf(response.getEntity().getContentType()).contains("html");
        if (response.getCode() != 200 || !html) {
            return Optional.empty();
        }
        try (InputStream in = response.getEntity().getContent()) {
            return Optional.of(new Page(address, new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)));
        }
    }

    private static void check(HttpRequest request, boolean usualPortsOnly) throws HttpException {
        @Nullable URIAuthority authority = request.getAuthority();
        int port = authority == null ? -1 : authority.getPort();
        boolean usual = port == -1 || port == 80 || port == 443;
        if (authority == null || authority.getUserInfo() != null || (usualPortsOnly && !usual)) {
            throw new ProtocolException("Only pages at the usual ports are fetched");
        }
    }
}
