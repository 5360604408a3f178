package io.microblog.gateway.page;

import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

/** The files of the web client, compressed when it was built. */
@Configuration(proxyBeanMethods = false)
class WebClientFiles implements WebFluxConfigurer {

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
                .addResolver(compressed("br"))
                .addResolver(compressed("gzip"));
    }

    private static EncodedResourceResolver compressed(String coding) {
        var resolver = new EncodedResourceResolver();
        resolver.setContentCodings(List.of(coding));
        return resolver;
    }
}
