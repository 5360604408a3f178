package io.microblog.kit.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what strangers link to: from public addresses at the usual ports only, on every hop of at most three, within
 * five seconds and up to a number of bytes.
 */
public final class PageFetcher implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MAX_CONNECTIONS = 16;
    private static final int MAX_CONNECTIONS_PER_HOST = 5;
    private static final Pattern HOST = Pattern.compile("(https?://)([^/?#:@]+)(.*)", Pattern.CASE_INSENSITIVE);

    private final CloseableHttpClient http;

    /** @param userAgent who asks, so that the owner of a page knows */
    public PageFetcher(String userAgent) {
        this(userAgent, new PublicAddresses(), true);
    }

    /**
     * For tests, whose pages are not public.
     *
     * @param names what a host is found by; what it refuses is not fetched
     * @param usualPortsOnly whether other ports than those of HTTP are refused
     */
    public PageFetcher(String userAgent, DnsResolver names, boolean usualPortsOnly) {
        this.http = PublicHttp.client(
                        userAgent,
                        new PublicHttp.Limits(MAX_CONNECTIONS, MAX_CONNECTIONS_PER_HOST, DEADLINE),
                        names,
                        usualPortsOnly)
                .build();
    }

    /**
     * The address that a text names on the web, in ASCII and without user and password; empty when it names none.
     */
    public static Optional<URI> address(String text) {
        try {
            URI uri = new URI(asciiHost(text.strip()));
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(URI.create(uri.toASCIIString()))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A host of other letters is known to the network by its name in ASCII (RFC 5891). */
    private static String asciiHost(String text) {
        Matcher parts = HOST.matcher(text);
        return parts.matches() && !StandardCharsets.US_ASCII.newEncoder().canEncode(parts.group(2))
                ? parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3)
                : text;
    }

    /** What is at an address; empty when that is not what is wanted or cannot be had, whatever the reason. */
    public Optional<FetchedFile> fetch(URI address, WantedFile wanted) {
        var get = new HttpGet(address);
        get.setHeader("Accept", wanted.accept());
        CompletableFuture.delayedExecutor(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .execute(get::cancel);
        HttpClientContext way = HttpClientContext.create();
        try {
            return http.execute(get, way, response -> read(address, way, response, wanted));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static Optional<FetchedFile> read(
            URI address, HttpClientContext way, ClassicHttpResponse response, WantedFile wanted) throws IOException {
        HttpEntity entity = response.getEntity();
        ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        if (entity == null || type == null || response.getCode() != 200 || !wanted.isOf(mediaType(type))) {
            return Optional.empty();
        }
        try (InputStream in = entity.getContent()) {
            byte[] bytes = in.readNBytes(wanted.maxBytes());
            if (!wanted.partly() && in.read() >= 0) {
                return Optional.empty();
            }
            return Optional.of(new FetchedFile(last(address, way), mediaType(type), charset(type), bytes));
        }
    }

    private static String mediaType(ContentType type) {
        return type.getMimeType().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String charset(ContentType type) {
        Charset charset = type.getCharset();
        return charset == null ? null : charset.name();
    }

    private static URI last(URI address, HttpClientContext way) {
        var hops = way.getRedirectLocations();
        return hops == null || hops.size() == 0 ? address : hops.get(hops.size() - 1);
    }
}
