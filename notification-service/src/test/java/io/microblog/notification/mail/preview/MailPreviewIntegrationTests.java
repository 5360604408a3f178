package io.microblog.notification.mail.preview;

import io.microblog.kit.security.Permission;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationServiceTest
class MailPreviewIntegrationTests {

    private static final String PATH = "/api/v1/admin/mails";

    @Autowired
    private World world;

    @Test
    void namesEachKindInTheLanguageAskedFor() {
        Reply reply = asks(PATH + "?locale=es-MX", Permission.MANAGE_SETTINGS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.each("kind")).contains("confirmation", "several.reblog", "digest.weekly");
        assertThat(reply.body().path(0).path("subject").asString()).isEqualTo("Confirma tu dirección de correo");
    }

    @Test
    void showsAMail() {
        Reply reply = asks(PATH + "/digest.daily?locale=ar", Permission.MANAGE_SETTINGS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("locale").asString()).isEqualTo("ar");
        assertThat(reply.body().path("html").asString()).contains("dir=\"rtl\"", "مريم ربيع");
        assertThat(reply.body().path("text").asString()).contains("مريم ربيع");
        assertThat(asks(PATH + "/follow?locale=tlh", Permission.MANAGE_SETTINGS)
                        .body()
                        .path("locale")
                        .asString())
                .isEqualTo("en");
    }

    @Test
    void showsNothingToOthersAndNothingThatThereIsNot() {
        assertThat(asks(PATH + "/poetry", Permission.MANAGE_SETTINGS).status()).isEqualTo(404);
        assertThat(asks(PATH, Permission.MANAGE_ANNOUNCEMENTS).status()).isEqualTo(403);
        assertThat(asks(PATH + "/follow", Permission.MANAGE_ANNOUNCEMENTS).status())
                .isEqualTo(403);
    }

    private Reply asks(String path, Permission permission) {
        String token = TestTokens.with(claims ->
                claims.subject("1").claim("scope", "admin:read").claim("permissions", Permission.sum(permission)));
        return world.run(MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token));
    }
}
