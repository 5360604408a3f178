package io.microblog.translation.provider;

import io.microblog.testing.Engines;
import io.microblog.translation.APost;
import io.microblog.translation.PostServiceStub;
import io.microblog.translation.Reader;
import io.microblog.translation.Reader.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole service with LibreTranslate, which means no good. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"microblog.translator.provider=libretranslate", "spring.kafka.listener.auto-startup=false"})
@Import({Engines.class, LibreTranslateIntegrationTests.Surroundings.class})
class LibreTranslateIntegrationTests {

    @Autowired
    private ProviderStub provider;

    @Autowired
    private PostServiceStub posts;

    @LocalServerPort
    private int port;

    @Test
    void makesAHostileAnswerInert() {
        Reader bob = Reader.of(42, port);
        APost post = posts.put(APost.saying("<p>Read <a href=\"https://good.example/\" rel=\"nofollow\">this</a></p>")
                .warning("Careful"));
        answer(
                "<p onclick=\"alert(1)\">Lies <a id=\"0\" href=\"javascript:alert(1)\">das</a></p>"
                        + "<script>alert(1)</script><img src=x onerror=alert(1)>"
                        + "<a href=\"https://evil.example\">hier</a>",
                "Vorsicht <script>alert(1)</script>");

        Answer answer = bob.translates(post);

        assertThat(answer.content())
                .isEqualTo("<p>Lies <a href=\"https://good.example/\" rel=\"nofollow\">das</a></p>hier");
        assertThat(answer.body().get("spoiler_text").stringValue()).isEqualTo("Vorsicht ");
        assertThat(answer.body().get("provider").stringValue()).isEqualTo("LibreTranslate");
        assertThat(provider.last().body().get("source").stringValue()).isEqualTo("en");
    }

    @Test
    void refusesPairsThatItDoesNotTranslate() {
        Reader bob = Reader.of(42, port);
        APost post = posts.put(APost.saying("<p>Bonjour</p>").in("fr"));
        int before = provider.count();

        Answer answer = bob.translates(post, "de");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("details").propertyNames()).containsExactly("lang");
        assertThat(provider.count()).isEqualTo(before);
    }

    @Test
    void toldATextIsUnwelcomeItSaysSo() {
        Reader bob = Reader.of(42, port);
        provider.reply("/translate", 400, "{\"error\":\"too long\"}");

        assertThat(bob.translates(posts.put(APost.saying("<p>A refused text</p>")))
                        .status())
                .isEqualTo(422);
    }

    private void answer(String content, String spoiler) {
        var json = new JsonMapper();
        provider.reply(
                "/translate",
                200,
                json.writeValueAsString(json.createObjectNode()
                        .set(
                                "translatedText",
                                json.createArrayNode().add(content).add(spoiler))));
    }

    /** The provider and post-service. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        ProviderStub providerStub() {
            var stub = new ProviderStub();
            stub.reply("/languages", 200, """
                    [{"code":"en","targets":["de","fr"]},{"code":"de","targets":["en"]},
                     {"code":"fr","targets":["en"]}]""");
            return stub;
        }

        @Bean
        PostServiceStub postServiceStub() {
            return new PostServiceStub();
        }

        @Bean
        DynamicPropertyRegistrar addresses(ProviderStub provider, PostServiceStub posts) {
            return properties -> {
                properties.add("microblog.translator.url", provider::url);
                properties.add("microblog.services.post-service", posts::url);
            };
        }
    }
}
