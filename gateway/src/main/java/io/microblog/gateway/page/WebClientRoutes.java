package io.microblog.gateway.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Set;

import io.microblog.gateway.routing.Backend;
import io.microblog.gateway.routing.PublicReader;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.BaseUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Answers the addresses of the web client with its one page, and a browser that asks for one that there is not, too, so
 * that a person finds the way back. Who follows a link to a profile or a post without being signed in also gets its
 * preview.
 */
@Configuration(proxyBeanMethods = false)
class WebClientRoutes {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; "
            + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** First parts of addresses at which a wrong one is an error for programs, not a page. */
    private static final Set<String> NO_PAGES = Set.of(
            "api",
            "oauth",
            "auth",
            "media",
            "avatars",
            "headers",
            "assets",
            ".well-known",
            "nodeinfo",
            "health",
            "internal",
            "actuator");

    private static final MediaType JAVASCRIPT = MediaType.valueOf("text/javascript");

    private static final RequestPredicate READS = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);

    /** It is read by its address alone, so that every browser finds the newest. */
    private static final String WORKER = "/sw.js";

    private final WebClient client = WebClient.ofClassPath();
    private final PublicReader reader;
    private final BaseUrl base;
    private final String sessionCookie;

    WebClientRoutes(PublicReader reader, BaseUrl base, @Value("${microblog.session-cookie}") String sessionCookie) {
        this.reader = reader;
        this.base = base;
        this.sessionCookie = base.cookie(sessionCookie);
    }

    @Bean
    RouterFunction<ServerResponse> webClientPages() {
        return RouterFunctions.route()
                .route(reads(PageAddresses.PROFILES), this::profile)
                .route(reads(PageAddresses.POSTS), this::post)
                .route(reads(PageAddresses.OTHERS), request -> page(HttpStatus.OK, client.page(languages(request))))
                .route(
                        READS.and(WebClientRoutes::isAPersons),
                        request -> page(HttpStatus.NOT_FOUND, client.page(languages(request))))
                .build();
    }

    /**
     * The service worker opens the client without a network. What it may fetch is decided by the policy that it comes with,
     * not by those of its pages.
     */
    @Bean
    RouterFunction<ServerResponse> serviceWorker() {
        var worker = new ClassPathResource("static" + WORKER);
        return RouterFunctions.resources(
                request -> Mono.just(worker)
                        .filter(file -> request.path().equals(WORKER) && file.exists())
                        .cast(Resource.class),
                (file, headers) -> {
                    headers.setContentType(JAVASCRIPT);
                    headers.setCacheControl(CacheControl.noCache());
                    headers.setETag("\"%s\"".formatted(WebClientFiles.tag(file)));
                    headers.set("Content-Security-Policy", POLICY);
                });
    }

    private static RequestPredicate reads(List<String> addresses) {
        return READS.and(addresses.stream()
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow());
    }

    /** Whether somebody went astray with a browser. */
    private static boolean isAPersons(ServerRequest request) {
        String first = request.requestPath().value().substring(1).split("/", 2)[0];
        return !NO_PAGES.contains(first) && request.headers().accept().contains(MediaType.TEXT_HTML);
    }

    private Mono<ServerResponse> profile(ServerRequest request) {
        String name = URLEncoder.encode(request.pathVariable("name"), StandardCharsets.UTF_8);
        return preview(
                request,
                reader.read(Backend.USER, "/api/v1/accounts/lookup?acct=" + name)
                        .map(account -> client.page(
                                LinkPreview.ofAccount(account, base),
                                NoScriptText.ofAccount(account),
                                languages(request))));
    }

    private Mono<ServerResponse> post(ServerRequest request) {
        return preview(
                request,
                reader.read(Backend.POST, "/api/v1/statuses/" + request.pathVariable("id"))
                        .map(status -> client.page(
                                LinkPreview.ofStatus(status, base),
                                NoScriptText.ofStatus(status),
                                languages(request))));
    }

    private Mono<ServerResponse> preview(ServerRequest request, Mono<String> previewed) {
        String plain = client.page(languages(request));
        if (request.cookies().containsKey(sessionCookie)) {
            return page(HttpStatus.OK, plain);
        }
        return previewed
                .onErrorResume(failure -> !(failure instanceof NotFound), failure -> Mono.empty())
                .defaultIfEmpty(plain)
                .flatMap(page -> page(HttpStatus.OK, page))
                .onErrorResume(NotFound.class, nothing -> page(HttpStatus.NOT_FOUND, plain));
    }

    private static List<LanguageRange> languages(ServerRequest request) {
        try {
            return request.headers().acceptLanguage();
        } catch (IllegalArgumentException noLanguages) {
            return List.of();
        }
    }

    private static Mono<ServerResponse> page(HttpStatus status, String html) {
        return ServerResponse.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", POLICY)
                .bodyValue(html);
    }
}
