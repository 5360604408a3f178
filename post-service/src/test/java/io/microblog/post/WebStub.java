package io.microblog.post;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microblog.kit.page.PageFetcher;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The web that posts link to: sites whose names end with {@code .example}, and nothing else. */
@TestConfiguration(proxyBeanMethods = false)
public class WebStub {

    private static final Map<String, Found> PAGES = new ConcurrentHashMap<>();
    private static final Collection<String> REQUESTS = new ConcurrentLinkedQueue<>();

    private static final HttpServer SERVER = serve();

    @SuppressWarnings("ArrayRecordComponent")
    private record Found(String type, byte[] body) {}

    private static final class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.endsWith(".example")) {
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Bean
    PageFetcher pageFetcher() {
        return new PageFetcher("tests", new Names(), false);
    }

    /** From now on this is there. */
    public static String has(String host, String path, String type, byte[] body) {
        PAGES.put(host + path, new Found(type, body));
        return address(host, path);
    }

    /** From now on this page is there. */
    public static String has(String host, String path, String html) {
        return has(host, path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static String address(String host, String path) {
        return "http://" + host + ":" + SERVER.getAddress().getPort() + path;
    }

    /** How often something was asked for. */
    public static long requests(String host, String path) {
        return REQUESTS.stream().filter((host + path)::equals).count();
    }

    private static HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", WebStub::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
        String page = host + exchange.getRequestURI();
        REQUESTS.add(page);
        try (exchange) {
            Found found = PAGES.get(page);
            if (found == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.getResponseHeaders().add("Content-Type", found.type());
                exchange.sendResponseHeaders(200, found.body().length);
                exchange.getResponseBody().write(found.body());
            }
        }
    }
}
