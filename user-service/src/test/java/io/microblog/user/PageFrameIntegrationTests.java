package io.microblog.user;

import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages have the face of the web client. */
@IntegrationTest
class PageFrameIntegrationTests {

    @Autowired
    World world;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/sign_in",
                "/auth/sign_up",
                "/auth/sign_up/sent",
                "/auth/sign_out",
                "/auth/password/new",
                "/auth/password/sent",
                "/auth/password/edit",
                "/auth/confirmation",
                "/auth/confirmation/new",
                "/auth/email_change"
            })
    void isTheSameOnEachPage(String path) {
        Browser.Answer answer = world.browser().get(path);
        Document page = answer.page();

        assertThat(page.title()).endsWith(" · Microblog");
        assertThat(page.select("header").text()).isEqualTo("Microblog");
        assertThat(page.select("header img").attr("src")).isEqualTo("/icon.svg");
        assertThat(page.select("link[rel=icon]").attr("href")).isEqualTo("/icon.svg");
        assertThat(page.body().children()).hasSize(3);
        assertThat(page.select("body > header, body > main, body > footer")).hasSize(3);
        assertThat(page.select("footer nav a")).hasSize(3);
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'")
                .doesNotContain("unsafe");
        for (String file : page.select("link[rel=stylesheet], script[src^=/auth/]").stream()
                .map(element -> element.attr("href") + element.attr("src"))
                .toList()) {
            assertThat(world.browser().get(file).status()).as(file).isEqualTo(200);
        }
        assertThat(world.browser().get("/auth/assets/bricolage-grotesque.woff2").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/sign_in", "/auth/sign_up"})
    void letsPeopleSeeTheirPassword(String path) {
        Document page = world.browser().get(path).page();

        assertThat(page.select("input[type=password] + button[type=button][hidden]"))
                .hasSize(1);
    }
}
