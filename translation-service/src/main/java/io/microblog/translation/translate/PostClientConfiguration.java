package io.microblog.translation.translate;

import io.microblog.kit.client.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where texts come from. */
@Configuration(proxyBeanMethods = false)
class PostClientConfiguration {

    @Bean
    PostClient postClient(ServiceClients clients) {
        return clients.create(PostClient.class, "post-service");
    }
}
