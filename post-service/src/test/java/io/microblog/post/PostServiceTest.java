package io.microblog.post;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.microblog.post.home.Upkeep;
import io.microblog.testing.Engines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole service on real engines. All tests share one context: the consumer groups of a second one would take
 * partitions away from the first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            // Tests wait for the last of all consumers.
            "microblog.events.gathered-for=10",
            "microblog.media.directory=target/media",
            "microblog.media.sweep-every=200ms",
            "microblog.cards.check-interval=100ms",
            "microblog.automatic-rules.check-interval=100ms",
            "microblog.insights.count-every=200ms",
            "microblog.timeline.fan-out-limit=10",
            "microblog.timeline.longest-rest=10ms",
            "microblog.timeline.check-interval=300ms"
        })
@AutoConfigureMockMvc
@Import({Engines.class, Town.class, Upkeep.class, UserServiceStub.class, StatementCounter.class, WebStub.class})
public @interface PostServiceTest {}
