package io.microblog.gateway.page;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The files of the web client, compressed when it was built. */
@Configuration(proxyBeanMethods = false)
class WebClientFiles implements WebFluxConfigurer {

    private static final String BROTLI = "br";

    /** Their names change with their content. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        register(registry.addResourceHandler("/assets/**"), "assets/", FOR_EVER);
        register(
                registry.addResourceHandler(
                        "/appearance.js", "/manifest.webmanifest", "/icon.svg", "/icon-192.png", "/icon-512.png"),
                "",
                FOR_AN_HOUR);
    }

    /** Brotli is the smaller one, though browsers name it after gzip; so the two are tried in our own order. */
    private static void register(ResourceHandlerRegistration files, String folder, CacheControl caching) {
        files.addResourceLocations("classpath:/static/" + folder)
                .setCacheControl(caching)
                .resourceChain(true)
                .addResolver(new Compressed(BROTLI))
                .addResolver(new Gzip());
    }

    private static class Compressed extends EncodedResourceResolver {

        Compressed(String coding) {
            setContentCodings(List.of(coding));
        }
    }

    /** For those who read no brotli: whoever is sent one form wrapped in the other can read neither. */
    private static final class Gzip extends Compressed {

        Gzip() {
            super("gzip");
        }

        @Override
        protected Mono<Resource> resolveResourceInternal(
                @Nullable ServerWebExchange exchange,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return readsBrotli(exchange)
                    ? chain.resolveResource(exchange, path, locations)
                    : super.resolveResourceInternal(exchange, path, locations, chain);
        }

        private static boolean readsBrotli(@Nullable ServerWebExchange exchange) {
            return exchange != null
                    && exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                            .anyMatch(codings -> codings.contains(BROTLI));
        }
    }
}
