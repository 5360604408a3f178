package io.microblog.notification.inbox;

import java.util.List;

import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationServiceTest
class NotificationControllerIntegrationTests {

    private static final String PATH = "/api/v1/notifications";

    @Autowired
    private World world;

    private Person alice;
    private Person bob;

    @BeforeEach
    void fiveNotifications() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        Person carol = world.newcomer("carol");
        for (int i = 0; i < 3; i++) {
            bob.writes("Number " + i).to(alice).publish();
        }
        bob.follows(alice);
        carol.follows(alice);
        world.settle();
    }

    @Test
    void pagesDownAndUp() {
        List<String> all = alice.notifications().ids();
        assertThat(all)
                .hasSize(5)
                .isSortedAccordingTo((one, other) -> Long.compare(Long.parseLong(other), Long.parseLong(one)));

        Reply first = alice.reads(PATH + "?limit=2");
        assertThat(first.ids()).isEqualTo(all.subList(0, 2));
        assertThat(first.link())
                .isEqualTo("<http://localhost:8080/api/v1/notifications?limit=2&max_id=" + all.get(1)
                        + ">; rel=\"next\", <http://localhost:8080/api/v1/notifications?limit=2&min_id="
                        + all.get(0) + ">; rel=\"prev\"");
        assertThat(alice.reads(PATH + "?limit=2&max_id=" + all.get(1)).ids()).isEqualTo(all.subList(2, 4));
        assertThat(alice.reads(PATH + "?limit=2&min_id=" + all.get(4)).ids()).isEqualTo(all.subList(2, 4));
        assertThat(alice.reads(PATH + "?limit=2&since_id=" + all.get(4)).ids()).isEqualTo(all.subList(0, 2));
        Reply last = alice.reads(PATH + "?limit=2&max_id=" + all.get(3));
        assertThat(last.ids()).isEqualTo(all.subList(4, 5));
        assertThat(last.link()).doesNotContain("next");
    }

    @Test
    void filters() {
        assertThat(alice.reads(PATH + "?types[]=follow").each("type")).containsExactly("follow", "follow");
        assertThat(alice.reads(PATH + "?types=mention").each("type")).hasSize(3).containsOnly("mention");
        assertThat(alice.reads(PATH + "?types[]=mention&types[]=follow").ids()).hasSize(5);
        assertThat(alice.reads(PATH + "?exclude_types[]=mention").each("type")).containsExactly("follow", "follow");
        assertThat(alice.reads(PATH + "?types[]=not_invented_yet").ids()).isEmpty();
        assertThat(alice.reads(PATH + "?exclude_types[]=not_invented_yet").ids())
                .hasSize(5);
        assertThat(alice.reads(PATH + "?account_id=" + bob.id()).ids()).hasSize(4);
        assertThat(alice.reads(PATH + "?account_id=" + bob.id() + "&types[]=follow")
                        .ids())
                .hasSize(1);
    }

    @Test
    void readsOne() {
        String id = alice.notifications().ids().getFirst();
        Reply one = alice.reads(PATH + "/" + id);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body()).isEqualTo(alice.notifications().body().path(0));
    }

    @Test
    void dismissesOne() {
        String id = alice.notifications().ids().getFirst();
        assertThat(alice.posts(PATH + "/" + id + "/dismiss").content()).isEqualTo("{}");
        assertThat(alice.notifications().ids()).hasSize(4).doesNotContain(id);
        assertThat(alice.reads(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(alice.posts(PATH + "/" + id + "/dismiss").status()).isEqualTo(404);
    }

    @Test
    void clears() {
        bob.writes("Dear Bob").to(world.newcomer("dan")).publish();
        assertThat(alice.posts(PATH + "/clear").content()).isEqualTo("{}");
        assertThat(alice.notifications().content()).isEqualTo("[]");
        assertThat(alice.notifications().link()).isNull();
    }

    @Test
    void countsTheUnread() {
        assertThat(unread("")).isEqualTo(5);
        assertThat(unread("?limit=3")).isEqualTo(3);
        assertThat(unread("?types[]=follow")).isEqualTo(2);
        String third = alice.notifications().ids().get(2);
        alice.sends(MockMvcRequestBuilders.post("/api/v1/markers").param("notifications[last_read_id]", third));
        assertThat(unread("")).isEqualTo(2);
    }

    @Test
    void keepsOthersNotificationsToThemselves() {
        String id = alice.notifications().ids().getFirst();
        assertThat(bob.reads(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(bob.posts(PATH + "/" + id + "/dismiss").status()).isEqualTo(404);
        bob.posts(PATH + "/clear");
        assertThat(alice.notifications().ids()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/notifications?limit=lots, 4, limit",
        "/api/v1/notifications?max_id=abc, 4, max_id",
        "/api/v1/notifications?account_id=bob, 400, account_id",
        "/api/v1/notifications/unread_count?limit=-1, 400, limit",
        "/api/v1/notifications/unread_count?limit=x, 4, limit",
        "/api/v1/notifications/abc, 404, Record not found",
        "/api/v1/notifications/1, 404, Record not found",
        "/api/v1/notifications/99999999999999999999, 404, Record not found"
    })
    void namesWhatIsWrong(String path, String status, String named) {
        Reply reply = alice.reads(path);
        assertThat(Integer.toString(reply.status())).startsWith(status);
        assertThat(reply.content()).contains(named);
        assertThat(reply.body().path("error").asString()).isNotEmpty();
    }

    @Test
    void servesOnlyWhomTheTokenAllows() {
        assertThat(world.run(MockMvcRequestBuilders.get(PATH)).status()).isEqualTo(401);
        assertThat(with(TestTokens.forAccount(alice.id(), "write"))).isEqualTo(403);
        assertThat(with(TestTokens.forAccount(alice.id(), "read:notifications")))
                .isEqualTo(200);
        assertThat(with(TestTokens.forApp("app", "read"))).isEqualTo(422);
        String readOnly = TestTokens.forAccount(alice.id(), "read");
        assertThat(world.run(MockMvcRequestBuilders.post(PATH + "/clear").header("Authorization", "Bearer " + readOnly))
                        .status())
                .isEqualTo(403);
        assertThat(alice.notifications().ids()).hasSize(5);
    }

    private int with(String token) {
        return world.run(MockMvcRequestBuilders.get(PATH).header("Authorization", "Bearer " + token))
                .status();
    }

    private int unread(String query) {
        return alice.reads(PATH + "/unread_count" + query).body().path("count").asInt();
    }
}
