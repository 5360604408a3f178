package io.microblog.gateway.edge;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.reactive.UrlHandlerFilter;

/**
 * An address means the same with a slash at its end: some clients always send one, and take a redirect for an error. It
 * is gone before anything else reads the path, so it leads past no rule.
 */
@Configuration(proxyBeanMethods = false)
class TrailingSlash {

    /** After the path is known to be readable in one way, before rules that look at it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 25)
    UrlHandlerFilter trailingSlashFilter() {
        return UrlHandlerFilter.trailingSlashHandler("/**").mutateRequest().build();
    }
}
