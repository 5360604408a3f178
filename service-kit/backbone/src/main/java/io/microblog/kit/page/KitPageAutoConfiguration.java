package io.microblog.kit.page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Lets a service fetch pages that has the client for it; made where somebody wants it. */
@AutoConfiguration
@ConditionalOnClass(name = "org.apache.hc.client5.http.impl.classic.CloseableHttpClient")
public final class KitPageAutoConfiguration {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    PageFetcher pageFetcher(@Value("${microblog.base-url}") String base) {
        return new PageFetcher("Microblog (links of " + base + ")");
    }
}
