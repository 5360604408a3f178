package io.microblog.search;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.microblog.testing.Engines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole service on real engines; one context for all tests. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        properties = {
            "microblog.search.indexing.longest-pause=1s",
            "microblog.search.indexing.check-interval=500ms",
        })
@AutoConfigureMockMvc
@Import({Engines.class, SearchTestConfiguration.class})
public @interface SearchTest {}
