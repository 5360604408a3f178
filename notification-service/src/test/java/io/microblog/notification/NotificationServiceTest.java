package io.microblog.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.microblog.testing.Engines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole service on real engines, with short times. All tests share one context: the consumer groups of a second one
 * would take partitions away from the first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "microblog.streams.heartbeat=1s",
            "microblog.streams.messages=30",
            "microblog.streams.patience=1s",
            "microblog.streams.per-peer=40",
            "microblog.streams.per-person=4",
            "microblog.streams.queue=64",
            "microblog.streams.subscriptions=10",
            "microblog.mail.postmark.read-timeout=1s",
            "microblog.mail.delivery.poll-interval=50ms",
            "microblog.mail.delivery.grace=2500ms",
            "microblog.mail.delivery.security-grace=2500ms",
            "microblog.mail.delivery.first-retry=100ms",
            "microblog.mail.delivery.longest-retry=400ms",
            "microblog.mail.daily-limit=30",
            "microblog.mail.join-window=0s",
            "microblog.mail.postmark.webhook-credentials=postmark:only-for-tests",
            "microblog.push.contact=mailto:tests@example.org",
            "microblog.push.deadline=1s",
            "microblog.push.hold=3s",
            "microblog.push.poll-interval=100ms",
            "microblog.push.first-retry=100ms",
            "microblog.push.longest-retry=400ms",
            "microblog.push.per-account=3",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=200ms"
        })
@AutoConfigureMockMvc
@Import({Engines.class, World.class, Neighbours.class, MailSandbox.class, PushServiceStandIn.class})
public @interface NotificationServiceTest {}
