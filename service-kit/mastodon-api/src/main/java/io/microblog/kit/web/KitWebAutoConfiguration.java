package io.microblog.kit.web;

import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service with controllers the conventions of this package. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class, after = BaseUrlAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class KitWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PageLinks links(BaseUrl base) {
        return new PageLinks(base);
    }

    @Bean
    WebMvcConfigurer kitWebConventions(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new BodyArgumentResolver(json));
                resolvers.add(new PageArgumentResolver());
                resolvers.add(new IdListArgumentResolver());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new LenientBoolean());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new NoStore());
            }
        };
    }
}
