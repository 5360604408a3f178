package io.microblog.notification;

import java.util.Map;

import io.microblog.testing.TestTokens;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account, an address, and friends. */
public record Person(World world, long id, String username, String displayName, String email) {

    /** Follows somebody from now on; the event is on its way. */
    public void follows(Person other) {
        world.happens(world.follow(this, other));
    }

    /** Begins a post. */
    public PostDraft writes(String text) {
        return new PostDraft(world, this, text);
    }

    /** The person's notifications, newest first. */
    public Reply notifications() {
        return reads("/api/v1/notifications");
    }

    /** A GET request. */
    public Reply reads(String path) {
        return sends(MockMvcRequestBuilders.get(path));
    }

    /** A POST request without a body. */
    public Reply posts(String path) {
        return sends(MockMvcRequestBuilders.post(path));
    }

    /** A POST request with a JSON body. */
    public Reply posts(String path, Map<String, ?> body) {
        return sends(MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body)));
    }

    /** A PATCH request with a JSON body. */
    public Reply patches(String path, Map<String, ?> body) {
        return sends(MockMvcRequestBuilders.patch(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body)));
    }

    /** How many notifications the person has not read yet. */
    public int unread() {
        return reads("/api/v1/notifications/unread_count").body().path("count").asInt(-1);
    }

    /** Any request. */
    public Reply sends(MockHttpServletRequestBuilder request) {
        return world.run(request.header("Authorization", "Bearer " + TestTokens.forAccount(id)));
    }
}
