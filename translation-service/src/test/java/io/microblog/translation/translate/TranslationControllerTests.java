package io.microblog.translation.translate;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.security.KitSecurityAutoConfiguration;
import io.microblog.testing.TestIdentity;
import io.microblog.testing.TestTokens;
import io.microblog.translation.cache.Translation;
import io.microblog.translation.provider.TranslationNotConfigured;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

@WebMvcTest(TranslationController.class)
@ImportAutoConfiguration({
    KitSecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import(TestIdentity.class)
class TranslationControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private TranslationService translations;

    @Test
    void answersWithEveryKeyOfTheApi() {
        when(translations.translate(7, 42, "de", null))
                .thenReturn(new Translation("<p>Hallo</p>", "", "de", "en", "Somebody"));

        assertThat(translate("{\"lang\":\"de\",\"unknown\":1}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"content":"<p>Hallo</p>","spoiler_text":"","language":"de","media_attachments":[],
                         "poll":null,"detected_source_language":"en","provider":"Somebody"}""");
    }

    @Test
    void takesTheLanguageFromAFormToo() {
        when(translations.translate(7, 42, "fr", null))
                .thenReturn(new Translation("<p>Salut</p>", "", "fr", "en", "Somebody"));

        assertThat(mvc.post()
                        .uri("/api/v1/statuses/7/translate")
                        .header("Authorization", "Bearer " + TestTokens.forAccount(42, "read:statuses"))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("lang=fr"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("language")
                .isEqualTo("fr");
    }

    @Test
    void rendersProblems() {
        when(translations.translate(anyLong(), anyLong(), any(), any())).thenThrow(new NotAllowed());
        assertThat(translate("{}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("error")
                .isEqualTo("This action is not allowed");
    }

    @Test
    void saysThatNobodyTranslates() {
        when(translations.translate(anyLong(), anyLong(), any(), any())).thenThrow(new TranslationNotConfigured());

        assertThat(translate("")).hasStatus(503).containsHeader("Retry-After");
    }

    @Test
    void isNotForStrangers() {
        assertThat(translate("{}", null)).hasStatus(401);
        assertThat(translate("{}", TestTokens.forAccount(42, "write:statuses"))).hasStatus(403);
        assertThat(translate(
                        "{}",
                        TestTokens.with(claims ->
                                claims.subject("42").claim("scope", "read").claim("state", "unconfirmed"))))
                .hasStatus(403);
        assertThat(translate("{}", TestTokens.forService("post-service", "translation-service")))
                .hasStatus(401);
    }

    private MvcTestResult translate(String json) {
        return translate(json, TestTokens.forAccount(42));
    }

    private MvcTestResult translate(String json, @Nullable String token) {
        var request = mvc.post()
                .uri("/api/v1/statuses/7/translate")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).exchange();
    }
}
