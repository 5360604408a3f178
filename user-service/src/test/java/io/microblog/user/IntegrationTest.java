package io.microblog.user;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.microblog.testing.Engines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service over HTTP, on real engines, with limits that tests do not meet by accident. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // Tests wait for the last of all consumers.
            "microblog.events.gathered-for=10",
            "microblog.limits.signups=10000",
            "microblog.limits.letters=10000",
            "microblog.limits.mails=6",
            "microblog.limits.signins=10000",
            "microblog.limits.passwords=6",
            "microblog.limits.apps=10000",
            "microblog.limits.reports=6",
            "microblog.limits.messages=12",
            "microblog.media.directory=target/media",
            "microblog.instance.texts=target/texts",
            "microblog.media.sweep-every=200ms",
            "resilience4j.circuitbreaker.configs.default.sliding-window-size=1000",
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=1000",
            "management.server.port=0"
        })
@Import({Engines.class, World.class, Heard.class, ReplicaKeepers.class})
public @interface IntegrationTest {}
