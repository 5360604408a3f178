package io.microblog.translation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.microblog.testing.Engines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on real engines, with the translation sandbox; one context for all tests. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "microblog.translator.key=a key",
            "microblog.translator.read-timeout=3s",
            "microblog.translator.deadline=6s",
            "resilience4j.circuitbreaker.instances.translator.wait-duration-in-open-state=500ms"
        })
@Import({Engines.class, TranslationTestConfiguration.class})
public @interface TranslationTest {}
