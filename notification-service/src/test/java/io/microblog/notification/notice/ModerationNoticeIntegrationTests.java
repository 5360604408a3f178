package io.microblog.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.microblog.event.ModerationEvent.AppealFiled;
import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.event.SecurityEvent.AccountSanctioned;
import io.microblog.kit.security.Permission;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import io.microblog.notification.push.Subscribed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What moderators are told, and what they tell. */
@NotificationServiceTest
class ModerationNoticeIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired
    private World world;

    private Person moderator;
    private Person manager;
    private Person reporter;
    private Person target;

    @BeforeEach
    void people() {
        moderator = world.newcomer("moderator");
        manager = world.newcomer("manager");
        reporter = world.newcomer("reporter", "Rita", "en");
        target = world.newcomer("target");
        world.settle();
        appoint(moderator, Permission.MANAGE_REPORTS);
        appoint(manager, Permission.MANAGE_USERS);
    }

    @AfterEach
    void dismiss() {
        Neighbours.forget("staff", moderator.id());
        Neighbours.forget("staff", manager.id());
    }

    @Test
    void tellsThoseOfAReportWhoHandleReports() {
        long report = reports(world.newId());
        world.settle();

        JsonNode told = moderator.notifications().body();
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("type").asString()).isEqualTo("admin.report");
        assertThat(told.path(0).path("account").path("id").asString()).isEqualTo(Long.toString(reporter.id()));
        assertThat(told.path(0).path("report").path("id").asString()).isEqualTo(Long.toString(report));
        assertThat(told.path(0).path("report").path("comment").asString()).isEqualTo("Look at this");
        assertThat(told.path(0).has("moderation_warning")).isFalse();
        assertThat(manager.notifications().ids()).isEmpty();
        assertThat(target.notifications().ids()).isEmpty();
        assertThat(reporter.notifications().ids()).isEmpty();
    }

    @Test
    void showsTheReportInItsGroup() {
        long report = reports(world.newId());
        world.settle();

        JsonNode group = moderator
                .reads("/api/v2/notifications")
                .body()
                .path("notification_groups")
                .path(0);

        assertThat(group.path("type").asString()).isEqualTo("admin.report");
        assertThat(group.path("report").path("id").asString()).isEqualTo(Long.toString(report));
        assertThat(group.path("status_id").isNull()).isTrue();
    }

    @Test
    void tellsOfACaseOnce() {
        long openCase = world.newId();
        reports(openCase);
        reports(openCase);
        reports(world.newId());
        world.settle();

        assertThat(moderator.notifications().each("type")).containsExactly("admin.report", "admin.report");
    }

    @Test
    void tellsNobodyOfAReportAboutThemselves() {
        appoint(target, Permission.MANAGE_REPORTS);
        appoint(reporter, Permission.ADMINISTRATOR);
        try {
            reports(world.newId());
            world.settle();

            assertThat(target.notifications().ids()).isEmpty();
            assertThat(reporter.notifications().ids()).isEmpty();
            assertThat(moderator.notifications().ids()).hasSize(1);
        } finally {
            Neighbours.forget("staff", target.id());
            Neighbours.forget("staff", reporter.id());
        }
    }

    @Test
    void showsAReportToNobodyWhoHandlesNoneAnyMore() {
        reports(world.newId());
        world.settle();
        assertThat(moderator.notifications().ids()).hasSize(1);
        Neighbours.forget("staff", moderator.id());
        try {
            assertThat(moderator.notifications().ids()).isEmpty();
            assertThat(moderator.reads("/api/v2/notifications").body().path("notification_groups"))
                    .isEmpty();
        } finally {
            appoint(moderator, Permission.MANAGE_REPORTS);
        }
    }

    @Test
    void waitsForUserService() {
        Neighbours.whileDown("user-service", () -> {
            reports(world.newId());
            await().during(Duration.ofMillis(500))
                    .until(() -> world.count("SELECT count(*) FROM notification WHERE recipient_id = " + moderator.id())
                            == 0);
        });
        world.settle();

        assertThat(moderator.notifications().ids()).hasSize(1);
    }

    @Test
    void tellsOfSignUpsAsOneGroup() {
        Person first = world.newcomer("first");
        Person second = world.newcomer("second");
        world.settle();

        assertThat(manager.notifications().each("type")).containsExactly("admin.sign_up", "admin.sign_up");
        assertThat(moderator.notifications().ids()).isEmpty();
        JsonNode groups = manager.reads("/api/v2/notifications").body().path("notification_groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.path(0).path("sample_account_ids").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(Long.toString(first.id()), Long.toString(second.id()));
    }

    @Test
    void pushesWhatModeratorsAreTold() {
        var device = new Subscribed(moderator).to("admin.report");
        long report = reports(world.newId());

        await().atMost(SOON).until(() -> device.payloads().size() == 1);
        JsonNode pushed = device.payloads().getFirst();
        assertThat(pushed.path("notification_type").asString()).isEqualTo("admin.report");
        assertThat(pushed.path("title").asString()).isEqualTo("Rita reported somebody");
        assertThat(pushed.path("body").asString()).isEmpty();
        assertThat(pushed.path("url").asString()).endsWith("/moderation/" + report);
    }

    @Test
    void tellsTheOwnerWhatModeratorsDecided() {
        world.isSanctioned(target.id(), target.email(), "none", "Please read the rules");
        world.settle();

        JsonNode told = target.notifications().body();
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("type").asString()).isEqualTo("moderation_warning");
        assertThat(told.path(0).path("account").path("id").asString()).isEqualTo(Long.toString(target.id()));
        JsonNode warning = told.path(0).path("moderation_warning");
        assertThat(warning.path("action").asString()).isEqualTo("none");
        assertThat(warning.path("text").asString()).isEqualTo("Please read the rules");
        assertThat(warning.path("target_account").path("id").asString()).isEqualTo(Long.toString(target.id()));
        assertThat(warning.path("status_ids").isArray()).isTrue();
        assertThat(warning.path("status_ids")).isEmpty();
        assertThat(warning.path("appeal").isNull()).isTrue();
        assertThat(warning.has("created_at")).isTrue();
        JsonNode group = target.reads("/api/v2/notifications")
                .body()
                .path("notification_groups")
                .path(0);
        assertThat(group.path("moderation_warning")).isEqualTo(warning);
    }

    @Test
    void namesThePostsThatModeratorsDeleted() {
        world.isSanctioned(target.id(), target.email(), "delete_statuses", "Not here");
        world.settle();

        assertThat(target.notifications()
                        .body()
                        .at("/0/moderation_warning/status_ids")
                        .valueStream())
                .map(JsonNode::asString)
                .containsExactly("81", "82");
    }

    @Test
    void tellsTheOwnerOfADecidedAppeal() {
        world.isSanctioned(target.id(), target.email(), "silence", "Too loud");
        world.isHeard(target.id(), target.email(), "silence", "Too loud", "I was not");
        world.settle();

        JsonNode told = target.notifications().body();
        assertThat(told).hasSize(2);
        JsonNode warning = told.path(0).path("moderation_warning");
        assertThat(warning.path("id").asString()).isEqualTo("4711");
        assertThat(warning.path("action").asString()).isEqualTo("silence");
        assertThat(warning.path("text").asString()).isEqualTo("Too loud");
        assertThat(warning.path("appeal").path("text").asString()).isEqualTo("I was not");
        assertThat(warning.path("appeal").path("state").asString()).isEqualTo("approved");
        assertThat(told.path(1).path("moderation_warning").path("appeal").isNull())
                .isTrue();
    }

    /** As user-service keeps no words for longer than their mail may be late. */
    @Test
    void tellsNothingOfADecisionThatNobodyKnows() {
        world.happens(UUID.randomUUID(), Instant.now(), new AccountSanctioned(target.id(), "none"));
        world.settle();

        assertThat(target.notifications().ids()).isEmpty();
    }

    @Test
    void mailsOfAnAppealToThoseWhoDecideAboutIt() {
        Person judge = world.newcomer("judge");
        Person silent = world.newcomer("silent", "es");
        world.settle();
        for (Person person : List.of(judge, silent, target)) {
            appoint(person, Permission.MANAGE_APPEALS);
        }
        silent.sends(MockMvcRequestBuilders.put("/api/v1/mail/preferences")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kinds\":{\"appeal\":\"never\"}}"));
        try {
            world.suspend(target);
            UUID id = UUID.randomUUID();
            for (int i = 0; i < 2; i++) {
                world.happens(
                        id, Instant.now(), new AppealFiled(world.newId(), world.newId(), target.id(), Instant.now()));
            }
            world.settleWithMail();

            assertThat(world.mailOf(judge)).singleElement().satisfies(mail -> {
                assertThat(mail.tag()).isEqualTo("appeal");
                assertThat(mail.subject()).contains("TARGET").endsWith(" appeals against a decision");
                assertThat(mail.textBody()).contains("http://localhost:8080/moderation\n", "unsubscribe");
            });
            assertThat(world.mailOf(silent)).isEmpty();
            assertThat(world.mailOf(target)).isEmpty();
            assertThat(world.mailOf(moderator)).isEmpty();
        } finally {
            List.of(judge, silent, target).forEach(person -> Neighbours.forget("staff", person.id()));
        }
    }

    private static void appoint(Person person, Permission permission) {
        Neighbours.know(
                "staff",
                person.id(),
                Map.of("account_id", Long.toString(person.id()), "permissions", Permission.sum(permission)));
    }

    /** Somebody reports somebody; the event is on its way. */
    private long reports(long openCase) {
        long report = world.newId();
        Neighbours.know(
                "reports", report, Map.of("id", Long.toString(report), "category", "spam", "comment", "Look at this"));
        world.happens(new ReportFiled(openCase, report, reporter.id(), target.id(), "spam", Instant.now()));
        return report;
    }
}
