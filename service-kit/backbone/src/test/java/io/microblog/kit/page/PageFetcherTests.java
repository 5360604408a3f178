package io.microblog.kit.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PageFetcherTests {

    private static final int MEGABYTE = 1 << 20;
    private static final WantedFile JSON = new WantedFile(List.of("application/json"), MEGABYTE, false);

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final PageFetcher anywhere = new PageFetcher("tests", SystemDefaultDnsResolver.INSTANCE, false);
    private final PageFetcher strict = new PageFetcher("tests");

    /** One host is found on this machine, as if it were public; the rest is resolved as outside of tests. */
    private final PageFetcher one = new PageFetcher("tests", new OneHost(), false);

    private String site = "";

    PageFetcherTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private static final class OneHost implements DnsResolver {

        private final PublicAddresses others = new PublicAddresses();

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.equals("page.example")
                    ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                    : others.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/", this::answer);
        server.start();
        site = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        anywhere.close();
        strict.close();
        one.close();
    }

    @Test
    void saysWhereAPageWasFoundAndWhatItIs() {
        FetchedFile page =
                anywhere.fetch(URI.create(site + "/moved"), WantedFile.PAGE).orElseThrow();

        assertThat(page.address()).isEqualTo(URI.create(site + "/page"));
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.charset()).isEqualTo("windows-1251");
        assertThat(HtmlPage.parse(page).text()).isEqualTo("Привет");
    }

    @Test
    void fetchesNothingFromItsOwnNetwork() {
        for (String address : List.of(
                site + "/page",
                "http://localhost/page",
                "http://[::1]/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://93.184.216.34:22/")) {
            assertThat(strict.fetch(URI.create(address), WantedFile.PAGE))
                    .as(address)
                    .isEmpty();
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void followsNobodyIntoItsOwnNetwork() {
        String host = "http://page.example:" + server.getAddress().getPort();

        assertThat(one.fetch(URI.create(host + "/page"), WantedFile.PAGE)).isPresent();
        assertThat(one.fetch(URI.create(host + "/moved"), WantedFile.PAGE)).isPresent();
        int before = requests.get();
        assertThat(one.fetch(URI.create(host + "/inwards"), WantedFile.PAGE)).isEmpty();
        assertThat(one.fetch(URI.create(host + "/by-name"), WantedFile.PAGE)).isEmpty();
        assertThat(one.fetch(URI.create(host + "/file"), WantedFile.PAGE)).isEmpty();
        assertThat(requests.get() - before).as("the redirects alone").isEqualTo(3);
    }

    @Test
    void leavesOthersPortsAlone() throws IOException {
        try (var usual = new PageFetcher("tests", SystemDefaultDnsResolver.INSTANCE, true)) {
            assertThat(usual.fetch(URI.create(site + "/page"), WantedFile.PAGE)).isEmpty();
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void endsWhatGoesInCircles() {
        assertThat(anywhere.fetch(URI.create(site + "/loop"), WantedFile.PAGE)).isEmpty();
        assertThat(anywhere.fetch(URI.create(site + "/longer/0"), WantedFile.PAGE))
                .isEmpty();
        assertThat(requests.get()).isLessThanOrEqualTo(8);
    }

    @Test
    void readsTheBeginningOfALongPage() {
        assertThat(bytes("/big", WantedFile.PAGE)).isEqualTo(MEGABYTE);
    }

    @Test
    void unpacksNoMoreThanItWants() {
        assertThat(bytes("/bomb", WantedFile.PAGE)).isEqualTo(MEGABYTE);
        assertThat(anywhere.fetch(URI.create(site + "/bomb.json"), JSON)).isEmpty();
    }

    @Test
    void givesASlowPageUp() {
        Instant start = Instant.now();

        assertThat(anywhere.fetch(URI.create(site + "/slow"), WantedFile.PAGE)).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void takesOnlyWhatIsWanted() {
        assertThat(anywhere.fetch(URI.create(site + "/page"), JSON)).isEmpty();
        assertThat(anywhere.fetch(URI.create(site + "/gone"), WantedFile.PAGE)).isEmpty();
        assertThat(anywhere.fetch(URI.create("http://nobody.invalid/"), WantedFile.PAGE))
                .isEmpty();
        assertThat(anywhere.fetch(URI.create(site + "/page"), new WantedFile(List.of("text/*"), MEGABYTE, false)))
                .isPresent();
    }

    @Test
    void closesItsConnectionsWithTheApplication() {
        PageFetcher[] fetcher = new PageFetcher[1];
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KitPageAutoConfiguration.class))
                .withPropertyValues("microblog.base-url=https://blog.example")
                .run(application -> fetcher[0] = application.getBean(PageFetcher.class));

        assertThatThrownBy(() ->
                        Objects.requireNonNull(fetcher[0]).fetch(URI.create("http://93.184.216.34/"), WantedFile.PAGE))
                .hasMessageContaining("shut down");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "she/her",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://a@127.0.0.1/back",
                "https:///path",
                "data:text/html,x",
                "http://exa mple.org"
            })
    void knowsWhatIsNoAddressOfTheWeb(String text) {
        assertThat(PageFetcher.address(text)).isEmpty();
    }

    @Test
    void readsAddressesInEveryScript() {
        assertThat(PageFetcher.address(" https://bücher.example:443/straße?ü=1#ende "))
                .contains(URI.create("https://xn--bcher-kva.example:443/stra%C3%9Fe?%C3%BC=1#ende"));
        assertThat(PageFetcher.address("HTTPS://Example.org")).contains(URI.create("HTTPS://Example.org"));
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

    private int bytes(String path, WantedFile wanted) {
        return anywhere.fetch(URI.create(site + path), wanted).orElseThrow().bytes().length;
    }

    private void answer(HttpExchange exchange) {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            switch (path) {
                case "/page" ->
                    send(
                            exchange,
                            "Text/HTML; charset=windows-1251",
                            "Привет".getBytes(Charset.forName("windows-1251")));
                case "/big" -> send(exchange, "text/html", new byte[10 * MEGABYTE]);
                case "/bomb", "/bomb.json" -> {
                    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                    send(exchange, path.endsWith("json") ? "application/json" : "text/html", bomb());
                }
                case "/slow" -> drip(exchange);
                case "/moved" -> move(exchange, "/page");
                case "/loop" -> move(exchange, "/loop");
                case "/inwards" -> move(exchange, site + "/page");
                case "/by-name" ->
                    move(exchange, "http://localhost:" + server.getAddress().getPort() + "/page");
                case "/file" -> move(exchange, "file:///etc/passwd");
                default -> {
                    if (path.startsWith("/longer/")) {
                        move(exchange, "/longer/" + (Integer.parseInt(path.substring(8)) + 1));
                    } else {
                        exchange.sendResponseHeaders(404, -1);
                    }
                }
            }
        } catch (IOException readerIsGone) {
            // It has seen enough.
        }
    }

    private static void move(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** A little now and then, for half a minute. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < 60; i++) {
                exchange.getResponseBody().write("<p>slow</p>".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                Thread.sleep(500);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[MEGABYTE]);
            }
        }
        return bytes.toByteArray();
    }
}
