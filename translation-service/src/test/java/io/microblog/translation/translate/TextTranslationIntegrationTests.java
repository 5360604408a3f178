package io.microblog.translation.translate;

import java.util.Map;

import io.microblog.kit.security.Permission;
import io.microblog.local.sandbox.translator.TranslatorSandbox;
import io.microblog.testing.TestTokens;
import io.microblog.translation.Reader;
import io.microblog.translation.Reader.Answer;
import io.microblog.translation.TranslationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Drafts of announcements in other languages. */
@TranslationTest
class TextTranslationIntegrationTests {

    private static final String TOKEN = token(Permission.MANAGE_ANNOUNCEMENTS, "admin:write");

    @Autowired
    private TranslatorSandbox translator;

    @LocalServerPort
    private int port;

    private Reader author;

    @BeforeEach
    void anAuthorWrites() {
        author = Reader.of(51, port);
        translator.heal();
    }

    @Test
    void draftsTheWordsAndKeepsTheMarks() {
        long before = translator.calls();
        Answer answer = asks(Map.of("text", """
                # We move

                - On **Friday** at ten
                > 1. See https://blog.example/move
                ```
                code stays
                ```
                ***
                """, "language", "en", "lang", "de"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("text").asString()).isEqualTo("""
                # [de] We move

                - [de] On **Friday** at ten
                > 1. [de] See https://blog.example/move
                ```
                code stays
                ```
                ***""");
        assertThat(translator.calls() - before).isEqualTo(1);
    }

    @Test
    void hasTheLanguageDetectedWhereNoneIsNamed() {
        assertThat(asks(Map.of("text", "All is well", "lang", "es"))
                        .body()
                        .path("text")
                        .asString())
                .startsWith("[es]");
    }

    @Test
    void namesTheFieldThatCannotBeAccepted() {
        assertThat(asks(Map.of("lang", "de")).error()).containsIgnoringCase("text");
        assertThat(asks(Map.of("text", "x".repeat(5001), "lang", "de")).error()).containsIgnoringCase("text");
        assertThat(asks(Map.of("text", "All is well")).error()).containsIgnoringCase("lang");
        assertThat(asks(Map.of("text", "All is well", "lang", "klingon-x")).status())
                .isEqualTo(422);
    }

    @Test
    void isForThoseWhoAnnounce() {
        String json = JsonMapper.shared().writeValueAsString(Map.of("text", "All is well", "lang", "de"));

        assertThat(author.post("/api/v1/admin/translations", json).status()).isEqualTo(403);
        assertThat(author.post("/api/v1/admin/translations", json, token(Permission.MANAGE_REPORTS, "admin:write"))
                        .status())
                .isEqualTo(403);
        assertThat(author.post("/api/v1/admin/translations", json, token(Permission.MANAGE_ANNOUNCEMENTS, "write"))
                        .status())
                .isEqualTo(403);
    }

    private Answer asks(Map<String, String> body) {
        return author.post("/api/v1/admin/translations", JsonMapper.shared().writeValueAsString(body), TOKEN);
    }

    private static String token(Permission permission, String scope) {
        return TestTokens.with(
                claims -> claims.subject("51").claim("scope", scope).claim("permissions", Permission.sum(permission)));
    }
}
