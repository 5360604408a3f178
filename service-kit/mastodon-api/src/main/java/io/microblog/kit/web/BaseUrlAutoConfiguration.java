package io.microblog.kit.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The origin of the platform, from {@code microblog.base-url}. */
@AutoConfiguration
public class BaseUrlAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    BaseUrl baseUrl(@Value("${microblog.base-url:http://localhost:8080}") String value) {
        return new BaseUrl(value);
    }
}
