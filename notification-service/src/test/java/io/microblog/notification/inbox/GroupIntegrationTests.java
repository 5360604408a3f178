package io.microblog.notification.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Notifications in groups. */
@NotificationServiceTest
class GroupIntegrationTests {

    private static final String PATH = "/api/v2/notifications";

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    private Person alice;
    private Person bob;
    private Person carol;
    private PostDraft first;
    private PostDraft second;

    /** Newest first: carol's follow, bob's mention, two favourites of the second post, a boost, two favourites. */
    @BeforeEach
    void someGroups() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        carol = world.newcomer("carol");
        first = alice.writes("First").publish();
        second = alice.writes("Second").publish();
        settled(() -> world.happens(first.favouritedBy(bob), first.favouritedBy(carol)));
        settled(() -> world.happens(first.boostedBy(bob)));
        settled(() -> world.happens(second.favouritedBy(bob), second.favouritedBy(carol)));
        settled(() -> bob.writes("Hello").to(alice).publish());
        settled(() -> carol.follows(alice));
    }

    @Test
    void tellsThoseOfOneKindAboutOnePostAsOne() {
        Reply reply = alice.reads(PATH);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(types(reply)).containsExactly("follow", "mention", "favourite", "reblog", "favourite");
        JsonNode group = groups(reply).get(4);
        assertThat(group.path("group_key").asString()).startsWith("favourite-" + first.id() + "-");
        assertThat(group.path("notifications_count").asInt()).isEqualTo(2);
        assertThat(texts(group.path("sample_account_ids"))).containsExactly(text(carol), text(bob));
        assertThat(group.path("status_id").asString()).isEqualTo(Long.toString(first.id()));
        List<String> all = alice.notifications().ids();
        assertThat(group.path("most_recent_notification_id").isIntegralNumber()).isTrue();
        assertThat(group.path("most_recent_notification_id").asString()).isEqualTo(all.get(5));
        assertThat(group.path("page_max_id").asString()).isEqualTo(all.get(5));
        assertThat(group.path("page_min_id").asString()).isEqualTo(all.get(5));
        assertThat(groups(reply).get(2).path("page_min_id").asString()).isEqualTo(all.get(3));
        assertThat(group.path("latest_page_notification_at").asString()).endsWith("Z");
        assertThat(groups(reply).getFirst().path("status_id").isNull()).isTrue();
        assertThat(groups(reply).get(1).path("group_key").asString()).isEqualTo("ungrouped-" + all.get(1));
    }

    @Test
    void namesEachAccountOnceBesideTheGroups() {
        JsonNode body = alice.reads(PATH).body();
        assertThat(body.path("accounts")
                        .valueStream()
                        .map(account -> account.path("id").asString()))
                .containsExactlyInAnyOrder(text(bob), text(carol));
        assertThat(body.path("statuses").size()).isEqualTo(3);
        assertThat(body.path("partial_accounts").isNull()).isTrue();
    }

    @Test
    void shortensAccountsOfWhichOnlyThePictureIsShown() {
        settled(() -> world.happens(first.favouritedBy(world.newcomer("dora"))));
        JsonNode body = alice.reads(PATH + "?types[]=favourite&expand_accounts=partial_avatars")
                .body();
        JsonNode partial = body.path("partial_accounts");
        assertThat(partial.valueStream().map(account -> account.path("id").asString()))
                .containsExactly(text(bob));
        assertThat(partial.path(0).propertyNames())
                .containsExactlyInAnyOrder("id", "acct", "locked", "bot", "url", "avatar", "avatar_static");
        assertThat(body.path("accounts")
                        .valueStream()
                        .map(account -> account.path("id").asString()))
                .contains(text(carol))
                .doesNotContain(text(bob));
        assertThat(alice.reads(PATH + "?expand_accounts=none").status()).isEqualTo(400);
    }

    @Test
    void groupsOnlyWhatTheClientShowsAsGroups() {
        Reply reply = alice.reads(PATH + "?grouped_types[]=reblog");
        assertThat(types(reply))
                .containsExactly("follow", "mention", "favourite", "favourite", "reblog", "favourite", "favourite");
        List<String> all = alice.notifications().ids();
        JsonNode favourite = groups(reply).get(2);
        assertThat(favourite.path("group_key").asString()).isEqualTo("ungrouped-" + all.get(2));
        assertThat(favourite.path("notifications_count").asInt()).isOne();
        assertThat(favourite.path("page_min_id").asString()).isEqualTo(all.get(2));
        assertThat(texts(favourite.path("sample_account_ids"))).containsExactly(text(carol));
    }

    @Test
    void pagesDownWithoutLoss() {
        Set<String> seen = new HashSet<>();
        List<String> order = new ArrayList<>();
        String path = PATH + "?limit=2";
        for (int page = 0; page < 10 && path != null; page++) {
            Reply reply = alice.reads(path);
            groups(reply).forEach(group -> {
                seen.add(group.path("group_key").asString());
                order.add(group.path("type").asString());
            });
            path = next(reply);
            // What comes meanwhile moves nothing on the pages below.
            if (page == 0) {
                settled(() -> bob.writes("In between").to(alice).publish());
            }
        }
        assertThat(seen).hasSize(5);
        assertThat(order.subList(0, 5)).containsExactly("follow", "mention", "favourite", "reblog", "favourite");
    }

    @Test
    void pagesUpFromAnId() {
        List<String> all = alice.notifications().ids();
        Reply up = alice.reads(PATH + "?limit=2&min_id=" + all.getLast());
        assertThat(types(up)).containsExactly("reblog", "favourite");
        assertThat(up.link()).contains("min_id=" + all.get(4));
        Reply newest = alice.reads(PATH + "?limit=2&since_id=" + all.getLast());
        assertThat(types(newest)).containsExactly("follow", "mention");
    }

    @Test
    void countsOfAPageStayWhenItsGroupsGrow() {
        List<String> all = alice.notifications().ids();
        String below = PATH + "?max_id=" + all.get(2);
        JsonNode before = alice.reads(below).body();
        settled(() -> world.happens(first.favouritedBy(world.newcomer("dora"))));

        assertThat(alice.reads(below).body().path("notification_groups")).isEqualTo(before.path("notification_groups"));
        assertThat(groups(alice.reads(PATH))
                        .getFirst()
                        .path("notifications_count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void costsOneQueryAPageWithOneQuestionToEachNeighbour() {
        Neighbours.calls("/internal/", "reader=" + alice.id());
        alice.reads(PATH);
        assertThat(Neighbours.calls("post-service /internal/statuses?", "reader=" + alice.id()))
                .hasSize(1);
        assertThat(Neighbours.calls("user-service /internal/accounts?", "reader=" + alice.id()))
                .hasSize(1);
    }

    @Test
    void endsAGroupAfterTwelveHours() {
        jdbc.sql("UPDATE notification SET group_key = 'favourite-' || post_id || '-' ||"
                        + " (extract(epoch FROM now())::bigint / 3600 - 12) WHERE recipient_id = :me AND post_id = :post"
                        + " AND type = 'favourite'")
                .param("me", alice.id())
                .param("post", first.id())
                .update();
        settled(() -> world.happens(first.favouritedBy(world.newcomer("dora"))));

        assertThat(types(alice.reads(PATH + "?types[]=favourite"))).hasSize(3);
    }

    @Test
    void joinsAGroupThatBeganHoursAgo() {
        jdbc.sql("UPDATE notification SET group_key = 'favourite-' || post_id || '-' ||"
                        + " (extract(epoch FROM now())::bigint / 3600 - 10) WHERE recipient_id = :me AND post_id = :post"
                        + " AND type = 'favourite'")
                .param("me", alice.id())
                .param("post", first.id())
                .update();
        settled(() -> world.happens(first.favouritedBy(world.newcomer("dora"))));

        assertThat(types(alice.reads(PATH + "?types[]=favourite"))).hasSize(2);
    }

    @Test
    void filters() {
        assertThat(types(alice.reads(PATH + "?exclude_types[]=favourite")))
                .containsExactly("follow", "mention", "reblog");
        assertThat(types(alice.reads(PATH + "?account_id=" + carol.id())))
                .containsExactly("follow", "favourite", "favourite");
    }

    @Test
    void readsOneGroup() {
        String key = key("favourite");
        JsonNode body = alice.reads(PATH + "/" + key).body();
        JsonNode group = body.path("notification_groups").path(0);
        assertThat(group.path("group_key").asString()).isEqualTo(key);
        assertThat(group.path("notifications_count").asInt()).isEqualTo(2);
        assertThat(group.path("page_min_id").isNull()).isTrue();
        assertThat(body.path("accounts").size()).isEqualTo(2);
        assertThat(alice.reads("/api/v1/notifications").each("group_key")).contains(key);
    }

    @Test
    void listsTheAccountsOfAGroup() {
        String key = key("favourite");
        assertThat(alice.reads(PATH + "/" + key + "/accounts").ids()).containsExactly(text(carol), text(bob));
        Reply page = alice.reads(PATH + "/" + key + "/accounts?limit=1");
        assertThat(page.ids()).containsExactly(text(carol));
        assertThat(alice.reads(String.valueOf(next(page))).ids()).containsExactly(text(bob));
    }

    @Test
    void dismissesAGroup() {
        String key = key("favourite");
        assertThat(alice.posts(PATH + "/" + key + "/dismiss").content()).isEqualTo("{}");
        assertThat(alice.notifications().ids()).hasSize(5);
        assertThat(alice.reads(PATH + "/" + key).status()).isEqualTo(404);
        assertThat(alice.reads(PATH + "/" + key + "/accounts").status()).isEqualTo(404);
        assertThat(alice.posts(PATH + "/" + key + "/dismiss").status()).isEqualTo(404);
    }

    @Test
    void clears() {
        assertThat(alice.posts(PATH + "/clear").content()).isEqualTo("{}");
        assertThat(groups(alice.reads(PATH))).isEmpty();
        assertThat(alice.reads(PATH).link()).isNull();
    }

    @Test
    void countsUnreadGroups() {
        assertThat(unread("")).isEqualTo(5);
        assertThat(unread("?grouped_types[]=reblog")).isEqualTo(7);
        assertThat(unread("?limit=3")).isEqualTo(3);
        assertThat(unread("?types[]=favourite")).isEqualTo(2);
        assertThat(alice.reads(PATH + "/unread_count?limit=-1").status()).isEqualTo(400);
        String marker = alice.notifications().ids().get(2);
        alice.sends(MockMvcRequestBuilders.post("/api/v1/markers").param("notifications[last_read_id]", marker));
        assertThat(unread("")).isEqualTo(2);
    }

    @Test
    void keepsOthersGroupsToThemselves() {
        String key = key("favourite");
        assertThat(bob.reads(PATH + "/" + key).status()).isEqualTo(404);
        assertThat(bob.reads(PATH + "/" + key + "/accounts").status()).isEqualTo(404);
        assertThat(bob.posts(PATH + "/" + key + "/dismiss").status()).isEqualTo(404);
        bob.posts(PATH + "/clear");
        assertThat(groups(alice.reads(PATH))).hasSize(5);
        assertThat(groups(bob.reads(PATH))).isEmpty();
        assertThat(bob.reads(PATH + "/unread_count").body().path("count").asInt())
                .isZero();
    }

    @Test
    void leavesOutWhatTheReaderMayNoLongerSee() {
        Neighbours.hide(first.id(), alice.id());
        assertThat(types(alice.reads(PATH))).containsExactly("follow", "mention", "favourite");
        Neighbours.forget("accounts", carol.id());
        assertThat(types(alice.reads(PATH))).containsExactly("mention", "favourite");
    }

    @Test
    void servesOnlyWhomTheTokenAllows() {
        String readOnly = TestTokens.forAccount(alice.id(), "read:notifications");
        String writeOnly = TestTokens.forAccount(alice.id(), "write:notifications");
        String key = key("favourite");
        for (String path : List.of(PATH, PATH + "/" + key, PATH + "/" + key + "/accounts", PATH + "/unread_count")) {
            assertThat(world.run(MockMvcRequestBuilders.get(path)).status()).isEqualTo(401);
            assertThat(with(MockMvcRequestBuilders.get(path), writeOnly)).isEqualTo(403);
            assertThat(with(MockMvcRequestBuilders.get(path), readOnly)).isEqualTo(200);
        }
        for (String path : List.of(PATH + "/" + key + "/dismiss", PATH + "/clear")) {
            assertThat(world.run(MockMvcRequestBuilders.post(path)).status()).isEqualTo(401);
            assertThat(with(MockMvcRequestBuilders.post(path), readOnly)).isEqualTo(403);
        }
        assertThat(groups(alice.reads(PATH))).hasSize(5);
    }

    private int with(MockHttpServletRequestBuilder request, String token) {
        return world.run(request.header("Authorization", "Bearer " + token)).status();
    }

    private void settled(Runnable act) {
        act.run();
        world.settle();
    }

    /** The key of the newest group of a kind. */
    private String key(String type) {
        return groups(alice.reads(PATH + "?types[]=" + type))
                .getFirst()
                .path("group_key")
                .asString();
    }

    private int unread(String query) {
        return alice.reads(PATH + "/unread_count" + query).body().path("count").asInt();
    }

    private static @Nullable String next(Reply reply) {
        String link = reply.link();
        if (link == null || !link.contains("rel=\"next\"")) {
            return null;
        }
        return link.substring(link.indexOf("/api/"), link.indexOf('>'));
    }

    private static List<JsonNode> groups(Reply reply) {
        return StreamSupport.stream(reply.body().path("notification_groups").spliterator(), false)
                .toList();
    }

    private static List<String> types(Reply reply) {
        return groups(reply).stream()
                .map(group -> group.path("type").asString())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(Person person) {
        return Long.toString(person.id());
    }
}
