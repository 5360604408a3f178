package io.microblog.notification.push;

import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.push.encryption.MessageEncryption;
import io.microblog.notification.push.encryption.VapidKey;
import io.microblog.notification.push.encryption.VapidTokens;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {

    @Bean
    VapidKey vapidKey(PushProperties properties) {
        return VapidKey.parse(properties.vapidKey(), "MICROBLOG_VAPID_KEY");
    }

    @Bean
    MessageEncryption messageEncryption(VapidKey key, PushProperties properties, BaseUrl base) {
        String contact = properties.contact().isBlank() ? base.value() : properties.contact();
        return new MessageEncryption(new VapidTokens(key, contact));
    }
}
