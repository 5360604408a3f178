package io.microblog.user.verification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.LinkedProfile;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkVerificationTests {

    private static final Map<String, String> PAGES = Map.of(
            "/back", "<a href='https://blog.example/@Alice' rel='nofollow me'>me</a>",
            "/head", "<head><link rel='me' href='https://blog.example/@alice/'></head>",
            "/other", "<a rel='me' href='https://blog.example/@bob'>bob</a>",
            "/plain", "<a href='https://blog.example/@alice'>alice</a>",
            "/home", "<a rel='home' href='https://blog.example/@alice'>alice</a>",
            "/big", " ".repeat(2 << 20) + "<a rel='me' href='https://blog.example/@alice'>me</a>");

    private HttpServer server;
    private String site = "";

    private final PageFetcher anywhere = new PageFetcher("tests", SystemDefaultDnsResolver.INSTANCE, false);

    LinkVerificationTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", LinkVerificationTests::answer);
        server.start();
        site = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        anywhere.close();
    }

    @Test
    void verifiesWhatLinksBack() {
        var links = new LinkVerification(anywhere, new BaseUrl("https://blog.example"));
        List<String> values = List.of(
                site + "/back",
                site + "/head",
                site + "/moved",
                site + "/other",
                site + "/plain",
                site + "/home",
                site + "/big",
                site + "/gone",
                site + "/loop",
                "she/her",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://a@127.0.0.1/back");

        assertThat(links.verify(new LinkedProfile("alice", values)))
                .isEqualTo(Set.of(site + "/back", site + "/head", site + "/moved"));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.equals("/moved") || path.equals("/loop")) {
                exchange.getResponseHeaders().add("Location", path.equals("/loop") ? "/loop" : "/back");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            byte[] page = PAGES.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(PAGES.containsKey(path) ? 200 : 404, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        } catch (IOException readerIsGone) {
            // It has seen enough.
        }
    }
}
