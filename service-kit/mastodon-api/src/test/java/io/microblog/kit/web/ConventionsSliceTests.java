package io.microblog.kit.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A slice test of a service's controllers must see the conventions too. */
@SpringBootTest(classes = ConventionsSliceTests.Slice.class)
@AutoConfigureWebMvc
@ImportAutoConfiguration({JacksonAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
class ConventionsSliceTests {

    @Autowired
    private WebApplicationContext context;

    @Test
    void includesTheConventions() {
        MockMvcTester mvc = MockMvcTester.from(context);

        assertThat(mvc.post()
                        .uri("/drafts")
                        .contentType("application/json")
                        .content("{\"poll\":{\"expires_in\":\"5\"}}"))
                .bodyJson()
                .extractingPath("poll.expires_in")
                .isEqualTo(5);
        assertThat(mvc.get().uri("/items?limit=1")).containsHeader("Link");
        assertThat(mvc.get().uri("/ids?id=x")).hasStatus(400).bodyText().contains("Parameter id is not a number");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(ConventionsApplication.Endpoints.class)
    static class Slice {}
}
