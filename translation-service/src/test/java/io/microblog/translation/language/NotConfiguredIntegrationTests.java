package io.microblog.translation.language;

import io.microblog.testing.Engines;
import io.microblog.translation.APost;
import io.microblog.translation.Reader;
import io.microblog.translation.Reader.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** No key, no provider, no Kafka and no post-service: it starts and says so. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "microblog.translator.key=",
            "spring.kafka.listener.auto-startup=false",
            "microblog.services.post-service=http://127.0.0.1:1"
        })
@Import(Engines.class)
class NotConfiguredIntegrationTests {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private LanguageService languages;

    @Test
    void saysThatItIsNotConfigured() {
        Answer answer = new Reader(42, port).translates(APost.saying("<p>Hello</p>"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("Translation is not configured");
    }

    @Test
    void offersNoLanguages() {
        languages.refresh();

        Answer answer = new Reader(42, port).get("/api/v1/instance/translation_languages");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void isReadyAllTheSame() {
        assertThat(new Reader(42, managementPort)
                        .get("/actuator/health/readiness")
                        .status())
                .isEqualTo(200);
    }
}
