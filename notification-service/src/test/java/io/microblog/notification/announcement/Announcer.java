package io.microblog.notification.announcement;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Permission;
import io.microblog.notification.Person;
import io.microblog.notification.Reply;
import io.microblog.testing.TestTokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a role, and what they do with announcements. */
public record Announcer(Person person, long permissions, String scope) {

    public static final String PATH = "/api/v1/admin/announcements";

    /** An administrator. */
    public static Announcer admin(Person person) {
        return new Announcer(person, Permission.sum(Permission.MANAGE_ANNOUNCEMENTS), "admin:read admin:write");
    }

    /** A request with a body. */
    public Reply sends(HttpMethod method, String path, Map<String, ?> body) {
        String token = TestTokens.with(claims ->
                claims.subject(Long.toString(person.id())).claim("scope", scope).claim("permissions", permissions));
        return person.world()
                .run(MockMvcRequestBuilders.request(method, PATH + path)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JsonMapper.shared().writeValueAsString(body)));
    }

    /** A request without one. */
    public Reply reads(String path) {
        return sends(HttpMethod.GET, path, Map.of());
    }

    /** A POST request without a body. */
    public Reply posts(String path) {
        return sends(HttpMethod.POST, path, Map.of());
    }

    /** Writes one; its id. */
    public String writes(Map<String, ?> announcement) {
        Reply reply = sends(HttpMethod.POST, "", announcement);
        if (reply.status() != 200) {
            throw new AssertionError(reply.content());
        }
        return reply.body().path("id").asString();
    }

    /** Writes and publishes one; its id. */
    public String announces(Map<String, ?> announcement) {
        String id = writes(announcement);
        Reply reply = posts("/" + id + "/publish");
        if (reply.status() != 200) {
            throw new AssertionError(reply.content());
        }
        return id;
    }

    /** A text in English alone. */
    public static List<Map<String, String>> says(String text) {
        return List.of(Map.of("language", "en", "text", text));
    }
}
