package io.microblog.notification.mail.queue;

import io.microblog.notification.mail.Lane;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One loop a lane, so that neither waits for the other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    @Bean
    DeliveryLoop securityMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop(Lane.SECURITY, worker, reconciler, properties);
    }

    @Bean
    DeliveryLoop notificationMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop(Lane.NOTIFICATION, worker, reconciler, properties);
    }

    @Bean
    DeliveryLoop broadcastMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop(Lane.BROADCAST, worker, reconciler, properties);
    }
}
