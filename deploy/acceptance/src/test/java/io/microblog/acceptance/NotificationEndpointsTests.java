package io.microblog.acceptance;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The endpoints about notifications, and how far they were read. */
class NotificationEndpointsTests extends EndpointWalk {

    @Test
    void notifications() {
        Person reader = Person.signUp("nora");
        ALICE.post("Hello @" + reader.username);
        BOB.post("Hello @" + reader.username);
        reader.awaitNotified("mention", 2);
        String id = reader.notifications("mention").getFirst().get("id").asString();
        get(
                reader.api,
                "/api/v1/notifications/" + id,
                "/api/v1/notifications/unread_count",
                "/api/v1/markers?timeline[]=notifications");
        reader.api
                .post("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", id)))
                .expect(200);
        get(reader.api, "/api/v1/markers?timeline[]=notifications");
        post(reader.api, "/api/v1/notifications/" + id + "/dismiss", "/api/v1/notifications/clear");
        assertThat(reader.notifications("mention")).isEmpty();
    }
}
