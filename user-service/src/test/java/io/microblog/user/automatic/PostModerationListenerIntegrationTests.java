package io.microblog.user.automatic;

import java.time.Instant;
import java.util.UUID;

import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.event.PostModerationEvent;
import io.microblog.event.PostModerationEvent.AutomaticRuleChanged;
import io.microblog.event.PostModerationEvent.HashtagDecided;
import io.microblog.event.PostModerationEvent.HeldPostDecided;
import io.microblog.event.PostModerationEvent.PostCaught;
import io.microblog.event.PostModerationEvent.TrendDecided;
import io.microblog.kit.event.Envelope;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What post-service's automatic rules have done here. */
@IntegrationTest
class PostModerationListenerIntegrationTests {

    private static final long RULE = 115591346995527681L;

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    PostModerationListener listener;

    @Autowired
    JdbcClient jdbc;

    Person troll = World.NOBODY;
    Person chief = World.NOBODY;
    Client moderator;

    @BeforeEach
    void people() {
        troll = world.aPerson("troll");
        chief = world.aPerson("chief");
        moderator = world.asStaff(chief, World.MODERATOR);
    }

    @Test
    void reportsOnceWithThePostAsItWas() {
        long post = ReplicaKeepers.post(troll, "Buy this");
        UUID event = hear(caught(post));
        hear(event, caught(post));
        ReplicaKeepers.edit(post, "I am innocent");

        JsonNode report = reports().path(0);
        assertThat(reports()).hasSize(1);
        assertThat(report.at("/statuses/0/content").asString()).isEqualTo("Buy this");
        assertThat(report.path("comment").asString()).isEqualTo("Casino links");
        assertThat(report.path("automatic_rule_id").asString()).isEqualTo(String.valueOf(RULE));
        assertThat(report.at("/account/id").asString()).isEqualTo(String.valueOf(troll.id()));
        await().untilAsserted(() -> assertThat(heard.all(ReportFiled.class, told -> told.targetId() == troll.id()))
                .singleElement()
                .satisfies(told -> assertThat(told.accountId()).isEqualTo(troll.id())));
    }

    @Test
    void reportsAlsoWhatIsNotShown() {
        hear(caught(null));
        hear(caught(ReplicaKeepers.post(chief, "Somebody else's")));
        assertThat(reports())
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.path("statuses")).isEmpty());
    }

    @Test
    void keepsTheReportsOfARuleBounded() {
        for (int i = 0; i < 25; i++) {
            hear(caught(null));
        }
        assertThat(reports()).hasSize(20);
    }

    @Test
    void ignoresWhoIsGone() {
        hear(new PostCaught(RULE, "Casino links", 1, null, Instant.now()));
        assertThat(jdbc.sql("SELECT count(*) FROM moderation_case WHERE target_id = 1")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void notesWhatPeopleDo() {
        var made = new AutomaticRuleChanged(RULE, chief.id(), "created", "Casino links", Instant.now());
        UUID event = hear(made);
        hear(event, made);
        hear(new AutomaticRuleChanged(RULE, chief.id(), "updated", "Casino links", Instant.now()));
        hear(new AutomaticRuleChanged(RULE, chief.id(), "deleted", "Casino links", Instant.now()));
        hear(new HeldPostDecided(RULE, chief.id(), troll.id(), 7, "released", Instant.now()));
        hear(new HeldPostDecided(RULE, chief.id(), troll.id(), 8, "rejected", Instant.now()));
        hear(new HashtagDecided("casino", chief.id(), true, false, null, Instant.now()));
        hear(new TrendDecided(9, troll.id(), chief.id(), true, Instant.now()));
        hear(new TrendDecided(9, troll.id(), chief.id(), false, Instant.now()));

        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE actor_id = :chief ORDER BY id")
                        .param("chief", chief.id())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CREATE_AUTOMATIC_RULE",
                        "UPDATE_AUTOMATIC_RULE",
                        "DELETE_AUTOMATIC_RULE",
                        "RELEASE_POST",
                        "REJECT_POST",
                        "UPDATE_HASHTAG",
                        "APPROVE_TREND",
                        "REJECT_TREND");
    }

    private JsonNode reports() {
        return moderator
                .get("/api/v1/admin/reports?limit=40&target_account_id=" + troll.id())
                .json();
    }

    private PostCaught caught(@Nullable Long post) {
        return new PostCaught(RULE, "Casino links", troll.id(), post, Instant.now());
    }

    private UUID hear(PostModerationEvent event) {
        UUID id = UUID.randomUUID();
        hear(id, event);
        return id;
    }

    private void hear(UUID id, PostModerationEvent event) {
        listener.on(new Envelope<>(id, Instant.now(), "/post-service", event));
    }
}
