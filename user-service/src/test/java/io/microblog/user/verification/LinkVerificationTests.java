package io.microblog.user.verification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.LinkedProfile;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private final PageFetcher anywhere = new PageFetcher(SystemDefaultDnsResolver.INSTANCE, false);
    private final PageFetcher strict = new PageFetcher(new PublicAddresses(), true);

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
        strict.close();
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

    @Test
    void closesItsConnectionsWithTheApplication() {
        PageFetcher fetcher;
        try (var application = new AnnotationConfigApplicationContext(PageFetcher.class)) {
            fetcher = application.getBean(PageFetcher.class);
        }
        assertThatThrownBy(() -> fetcher.fetch(URI.create(site + "/back"))).hasMessageContaining("shut down");
    }

    @Test
    void fetchesNothingFromItsOwnNetwork() {
        assertThat(anywhere.fetch(URI.create(site + "/back"))).isPresent();
        assertThat(strict.fetch(URI.create(site + "/back"))).isEmpty();
        assertThat(strict.fetch(URI.create("http://localhost/back"))).isEmpty();
        assertThat(strict.fetch(URI.create("http://[::1]/"))).isEmpty();
        assertThat(strict.fetch(URI.create("http://2130706433/"))).isEmpty();
        assertThat(strict.fetch(URI.create("http://93.184.216.34:22/"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void knowsWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> new PublicAddresses().resolve(address)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "1.1.1.1", "100.128.0.1", "2606:4700::1111", "2001:4860:4860::8888"})
    void knowsWhatIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
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
