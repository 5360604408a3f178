package io.microblog.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
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
        ResourceHandlerRegistration changing = registry.addResourceHandler(
                "/appearance.js", "/manifest.webmanifest", "/icon.svg", "/icon-192.png", "/icon-512.png");
        register(changing.setUseLastModified(false).setEtagGenerator(WebClientFiles::tag), "", FOR_AN_HOUR);
    }

    /** By content, not by time: all files of a build have the same one, so after an upgrade none would seem changed. */
    static String tag(Resource file) {
        try {
            return DigestUtils.md5DigestAsHex(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void register(ResourceHandlerRegistration files, String folder, CacheControl caching) {
        files.addResourceLocations("classpath:/static/" + folder)
                .setCacheControl(caching)
                .resourceChain(true)
                .addResolver(new BrotliFirst());
    }

    /**
     * Brotli is the smaller form, but browsers name gzip first, and Spring sends what is named first. It then keeps that
     * form for everybody who reads both, in whatever order they name them.
     */
    private static final class BrotliFirst extends EncodedResourceResolver {

        private final EncodedResourceResolver brotli = new EncodedResourceResolver();

        BrotliFirst() {
            brotli.setContentCodings(List.of(BROTLI));
        }

        @Override
        protected Mono<Resource> resolveResourceInternal(
                @Nullable ServerWebExchange exchange,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return readsBrotli(exchange)
                    ? brotli.resolveResource(exchange, path, locations, chain)
                    : super.resolveResourceInternal(exchange, path, locations, chain);
        }

        private static boolean readsBrotli(@Nullable ServerWebExchange exchange) {
            return exchange != null
                    && exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                            .anyMatch(codings -> codings.contains(BROTLI));
        }
    }
}
