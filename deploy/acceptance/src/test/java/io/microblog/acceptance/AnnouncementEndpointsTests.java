package io.microblog.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The endpoints of announcements: for those who write them, and for those who read them. */
class AnnouncementEndpointsTests extends EndpointWalk {

    private static final String PATH = "/api/v1/announcements";
    private static final String ADMIN = "/api/v1/admin/announcements";

    @Test
    void announces() {
        Person owner = Person.signUp("olga");
        RunningPlatform.get().microblog("admin", "make-owner", owner.username);
        Http admin = owner.within("read write admin:read admin:write");
        Person.signUp("nobody")
                .within("read write admin:read admin:write")
                .get(ADMIN)
                .expect(403);

        var draft = Map.of("text", "The move", "language", "en", "lang", "es");
        BOB.api.post("/api/v1/admin/translations", draft).expect(403);
        admin.post("/api/v1/admin/translations", draft).expect(200);

        String id = admin.post(ADMIN, announcement("Thee #move", false))
                .expect(200)
                .json()
                .get("id")
                .asString();
        String one = ADMIN + "/" + id;
        admin.put(one, announcement("The #move", true)).expect(200);
        BOB.api.get(one).expect(403);
        post(admin, one + "/publish");
        get(admin, ADMIN, one, one + "/acts", one + "/mail");

        JsonNode shown = BOB.api.get(PATH).expect(200).json();
        assertThat(shown.valueStream().map(each -> each.get("id").asString())).contains(id);
        String reaction = PATH + "/" + id + "/reactions/" + Http.encode("🎉");
        BOB.api.put(reaction, Map.of()).expect(200);
        BOB.api.delete(reaction).expect(200);
        post(BOB.api, PATH + "/" + id + "/dismiss");
        get(BOB.api, PATH, PATH + "?with_dismissed=true");

        mails(admin, one + "/mail");
        post(admin, one + "/unpublish");
        admin.delete(one).expect(200);
    }

    /** Each answer comes in time or too late, depending on how fast the mails are. */
    private static void mails(Http admin, String mail) {
        for (String deed : List.of("/pause", "/resume", "/withdraw")) {
            assertThat(admin.post(mail + deed, Map.of()).status()).as(deed).isIn(200, 422);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> admin.get(mail).expect(200).json().hasNonNull("finished_at"));
    }

    private static Map<String, ?> announcement(String text, boolean mail) {
        return Map.of(
                "main_language",
                "en",
                "texts",
                List.of(Map.of("language", "en", "text", text), Map.of("language", "es", "text", "La mudanza")),
                "target",
                Map.of("language", "en"),
                "mail",
                mail);
    }
}
