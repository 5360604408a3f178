package io.microblog.notification.mail.queue;

import io.microblog.notification.mail.Lane;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One loop a lane, so that none waits for another; and two more for what goes to many, which write a batch while others
 * wait for the provider to take theirs.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    @Bean
    DeliveryLoop securityMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop("mail-security", Lane.SECURITY, worker, reconciler, properties);
    }

    @Bean
    DeliveryLoop notificationMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop("mail-notification", Lane.NOTIFICATION, worker, reconciler, properties);
    }

    @Bean
    DeliveryLoop broadcastMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop("mail-broadcast", Lane.BROADCAST, worker, reconciler, properties);
    }

    @Bean
    DeliveryLoop furtherBroadcastMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop("mail-broadcast-2", Lane.BROADCAST, worker, reconciler, properties);
    }

    @Bean
    DeliveryLoop thirdBroadcastMail(DeliveryWorker worker, Reconciler reconciler, DeliveryProperties properties) {
        return new DeliveryLoop("mail-broadcast-3", Lane.BROADCAST, worker, reconciler, properties);
    }
}
