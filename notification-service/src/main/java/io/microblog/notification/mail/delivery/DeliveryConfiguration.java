package io.microblog.notification.mail.delivery;

import io.microblog.notification.mail.Lane;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One loop a lane, so that neither waits for the other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    @Bean
    DeliveryLoop securityMail(Courier courier, Settlement settlement, DeliveryProperties properties) {
        return new DeliveryLoop(Lane.SECURITY, courier, settlement, properties);
    }

    @Bean
    DeliveryLoop notificationMail(Courier courier, Settlement settlement, DeliveryProperties properties) {
        return new DeliveryLoop(Lane.NOTIFICATION, courier, settlement, properties);
    }
}
