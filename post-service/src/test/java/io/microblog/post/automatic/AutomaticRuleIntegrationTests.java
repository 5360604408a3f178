package io.microblog.post.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.kit.security.Permission;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static io.microblog.post.automatic.Staff.HELD;
import static io.microblog.post.automatic.Staff.RULES;
import static io.microblog.post.automatic.Staff.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What automatic rules do to posts, and how they are written. */
@PostServiceTest
class AutomaticRuleIntegrationTests {

    private static final String LONG_TEXT =
            "Our team shows you how to earn from home, write to us today and start tomorrow already";

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Staff admin;
    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        admin = new Staff(town.newcomer("admin"));
        alice = town.newcomer("alice");
        bob = town.newcomer("bob").follows(alice);
    }

    @AfterEach
    void noRulesForOthers() {
        admin.endsAllRules();
    }

    @Test
    void isWrittenChangedAndDeleted() {
        Reply made = admin.rules("refuse", words("quixotry"));
        assertThat(made.keys())
                .containsExactlyInAnyOrder(
                        "id", "version", "name", "position", "conditions", "action", "text", "enabled", "updated_at");
        String path = RULES + "/" + made.id();
        assertThat(admin.reads(path).body()).isEqualTo(made.body());

        Reply changed = admin.does(HttpMethod.PUT, path, Map.of("version", 1, "enabled", false, "text", "No quixotry"));
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        assertThat(changed.body().path("conditions")).isEqualTo(made.body().path("conditions"));
        assertThat(alice.tries(Map.of("status", "quixotry off")).status()).isEqualTo(200);
        assertThat(admin.does(HttpMethod.PUT, path, Map.of("version", 1, "enabled", true))
                        .status())
                .isEqualTo(409);

        assertThat(admin.does(HttpMethod.DELETE, path, Map.of()).status()).isEqualTo(200);
        assertThat(admin.reads(path).status()).isEqualTo(404);
        await().until(() -> town.subjects("post.moderation.v1", "AutomaticRuleChanged").stream()
                        .filter(id -> id == made.id())
                        .count()
                == 3);
    }

    @Test
    void isForThoseWhoseRoleLetsThem() {
        String reports = Staff.token(alice, Permission.MANAGE_REPORTS);
        String rules = Staff.token(alice, Permission.MANAGE_RULES);
        assertThat(alice.reads(RULES).status()).isEqualTo(403);
        assertThat(alice.readsWith(reports, RULES).status()).isEqualTo(403);
        assertThat(alice.readsWith(rules, HELD).status()).isEqualTo(403);
        assertThat(alice.readsWith(reports, HELD).status()).isEqualTo(200);
        assertThat(alice.sendsWith(reports, HttpMethod.POST, RULES, Staff.rule("refuse", words("everything")))
                        .status())
                .isEqualTo(403);
    }

    static Stream<Arguments> badConditions() {
        return Stream.of(
                arguments(Map.of("type", "horoscope"), "conditions[0][type]"),
                arguments(words(), "conditions[0][words]"),
                arguments(words("\u00a0"), "conditions[0][words]"),
                arguments(words("w".repeat(101)), "conditions[0][words]"),
                arguments(Map.of("type", "expression", "expression", "(a"), "conditions[0][expression]"),
                arguments(Map.of("type", "expression", "expression", "a\\1"), "conditions[0][expression]"),
                arguments(
                        Map.of("type", "expression", "expression", "(((a{1,9}){1,9}){1,9}){1,9}"),
                        "conditions[0][expression]"),
                arguments(Map.of("type", "expression", "expression", "a".repeat(501)), "conditions[0][expression]"),
                arguments(Map.of("type", "links", "hosts", List.of(" . ")), "conditions[0][hosts]"),
                arguments(Map.of("type", "language", "languages", List.of("english")), "conditions[0][languages]"),
                arguments(Map.of("type", "account_age", "less_than_hours", 0), "conditions[0][less_than_hours]"),
                arguments(Map.of("type", "strangers"), "conditions[0][more_than]"),
                arguments(Map.of("type", "rate", "more_than", 3), "conditions[0][within_minutes]"),
                arguments(
                        Map.of("type", "duplicates", "at_least", 3, "within_hours", 73),
                        "conditions[0][within_hours]"));
    }

    @ParameterizedTest
    @MethodSource("badConditions")
    void namesWhatIsWrong(Map<String, ?> condition, String field) {
        Reply refused = admin.does(HttpMethod.POST, RULES, Staff.rule("refuse", condition));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("details").propertyNames()).containsExactly(field);
    }

    @Test
    void namesWhatIsWrongBesides() {
        Reply refused = admin.does(HttpMethod.POST, RULES, Map.of("name", " ", "position", -1));
        assertThat(refused.body().path("details").propertyNames())
                .containsExactlyInAnyOrder("action", "position", "conditions", "name");
        Map<String, ?> condition = words("many");
        assertThat(admin.does(
                                HttpMethod.POST,
                                RULES,
                                Map.of("name", "A", "action", "hold", "conditions", Collections.nCopies(11, condition)))
                        .body()
                        .path("details")
                        .propertyNames())
                .containsExactly("conditions");
        long rule = admin.rules("hold", condition).id();
        assertThat(admin.does(HttpMethod.PUT, RULES + "/" + rule, Map.of("enabled", false))
                        .body()
                        .path("details")
                        .propertyNames())
                .containsExactly("version");
    }

    @Test
    void keepsTheirNumberBounded() {
        for (int i = 0; i < AutomaticRules.MOST; i++) {
            admin.rules("report", words("bound" + i));
        }
        assertThat(admin.does(HttpMethod.POST, RULES, Staff.rule("report", words("bound")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesWithItsText() {
        Reply rule = admin.rules("refuse", words("Zauberwürfel"));
        admin.does(HttpMethod.PUT, RULES + "/" + rule.id(), Map.of("version", 1, "text", "No cubes here"));

        Reply refused = alice.tries(Map.of("status", "Mein ZAUBERWÜRFEL ist neu"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("error")).isEqualTo("No cubes here");
        assertThat(refused.text("type")).isEqualTo("urn:microblog:problem:refused-by-rule");
        assertThat(alice.tries(Map.of("status", "Zauberwürfelei")).status()).isEqualTo(200);
        assertThat(alice.tries(Map.of("status", "Private Zauberwürfel", "visibility", "private"))
                        .status())
                .isEqualTo(422);

        Reply hits = hits(rule);
        assertThat(hits.body()).hasSize(2);
        assertThat(hits.body().path(0).path("text_hash").isNull()).isTrue();
        assertThat(hits.body().path(1).path("text_hash").asString()).hasSize(64);
        assertThat(hits.body().path(1).path("status_id").isNull()).isTrue();
        assertThat(hits.body().path(1).path("account").path("id").asLong()).isEqualTo(alice.id());
        assertThat(hits.body().path(1).path("action").asString()).isEqualTo("refuse");
        assertThat(admin.reads(admin.reads(RULES + "/" + rule.id() + "/hits?limit=1")
                                .next())
                        .body())
                .hasSize(1);
    }

    @Test
    void looksAtEverythingThatAPostSays() {
        admin.rules("refuse", Map.of("type", "expression", "expression", "(?i)xyzzy\\d+"));
        Map<String, ?> poll = Map.of("options", List.of("Yes", "Xyzzy42"), "expires_in", 3600);
        assertThat(alice.tries(Map.of("status", "Well", "spoiler_text", "xyzzy1"))
                        .status())
                .isEqualTo(422);
        assertThat(alice.tries(Map.of("status", "Well?", "poll", poll)).status())
                .isEqualTo(422);
        assertThat(alice.tries(Map.of("status", "xyzzy")).status()).isEqualTo(200);
    }

    @Test
    void findsLinksToHostsAndBelow() {
        admin.rules("refuse", Map.of("type", "links", "hosts", List.of("Bücher.example")));
        assertThat(alice.tries(Map.of("status", "[Read](https://shop.xn--bcher-kva.example/a?b)"))
                        .status())
                .isEqualTo(422);
        assertThat(alice.tries(Map.of("status", "https://bücher.example")).status())
                .isEqualTo(422);
        assertThat(alice.tries(Map.of("status", "https://notbücher.example and bücher.example"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsLanguagesApart() {
        admin.rules(
                "refuse", words("lingualia"), Map.of("type", "language", "languages", List.of("es"), "except", true));
        assertThat(alice.tries(Map.of("status", "lingualia", "language", "de")).status())
                .isEqualTo(422);
        assertThat(alice.tries(Map.of("status", "lingualia", "language", "es")).status())
                .isEqualTo(200);
    }

    @Test
    void knowsHowOldAnAccountIs() {
        admin.rules("refuse", words("newbie"), Map.of("type", "account_age", "less_than_hours", 1));
        assertThat(alice.tries(Map.of("status", "I am a newbie")).status()).isEqualTo(422);
        jdbc.sql("UPDATE author SET created_at = now() - interval '61 minutes' WHERE id = :id")
                .param("id", alice.id())
                .update();
        assertThat(alice.tries(Map.of("status", "I am no newbie")).status()).isEqualTo(200);
    }

    @Test
    void countsWhatAnAuthorPosted() {
        admin.rules("refuse", words("hasty"), Map.of("type", "rate", "more_than", 2, "within_minutes", 5));
        IntStream.range(0, 3).forEach(i -> {
            assertThat(alice.tries(Map.of("status", "hasty " + i)).status()).isEqualTo(200);
        });
        assertThat(alice.tries(Map.of("status", "hasty 4")).status()).isEqualTo(422);
        assertThat(bob.tries(Map.of("status", "hasty")).status()).isEqualTo(200);
    }

    @Test
    void countsStrangersThatAreNamed() {
        admin.rules("refuse", Map.of("type", "strangers", "more_than", 1));
        Person carol = town.newcomer("carol");
        Person dave = town.newcomer("dave");
        String all = "@%s @%s @%s".formatted(bob.name(), carol.name(), alice.name());
        assertThat(alice.tries(Map.of("status", all)).status()).isEqualTo(200);
        assertThat(alice.tries(Map.of("status", all + " @" + dave.name(), "visibility", "direct"))
                        .status())
                .isEqualTo(422);
        dave.follows(alice);
        assertThat(alice.tries(Map.of("status", all + " @" + dave.name())).status())
                .isEqualTo(200);
    }

    @Test
    void countsWhatSaysNearlyTheSame() {
        Reply rule = admin.rules("refuse", Map.of("type", "duplicates", "at_least", 2, "within_hours", 1));
        alice.posts(LONG_TEXT);
        bob.posts(LONG_TEXT + "!!!");
        Person carol = town.newcomer("carol");
        assertThat(carol.tries(Map.of("status", "Hear: " + LONG_TEXT)).status()).isEqualTo(422);
        assertThat(carol.tries(Map.of("status", "Something that nobody else has had to say today"))
                        .status())
                .isEqualTo(200);

        assertThat(carol.tries(Map.of("status", LONG_TEXT, "visibility", "direct"))
                        .status())
                .isEqualTo(422);
        assertThat(hits(rule).body().path(0).path("text_hash").isNull()).isTrue();
    }

    /** Until a rule compares texts they are noted with the events of posts, once however often they are the same. */
    @Test
    void comparesWithWhatWasPublishedBefore() {
        String text = "Nobody compared this with anything until " + alice.id();
        long post = alice.posts(text);
        long edited = bob.posts("Good morning");
        bob.edits(edited, text + "!");
        bob.edits(edited, text);
        town.settle();
        assertThat(prints(post)).isEqualTo(Prints.COUNT);

        admin.rules("refuse", Map.of("type", "duplicates", "at_least", 2, "within_hours", 1));
        assertThat(admin.person().tries(Map.of("status", "Now " + text)).status())
                .isEqualTo(422);
    }

    /** One fails four times, with the others or alone, whatever partitions they come by; a sequence counts what is undone, too. */
    @Test
    void losesNoPrintOrDeliveryWhereOneOfABatchFails() {
        jdbc.sql("CREATE SEQUENCE failure").update();
        try {
            List<Long> posts = Objects.requireNonNull(transactions.execute(_ -> {
                List<Long> made = IntStream.range(0, 3)
                        .mapToObj(
                                i -> alice.posts("What is noted of this is written in one batch, as post number " + i))
                        .toList();
                jdbc.sql("ALTER TABLE post_print ADD CONSTRAINT failing CHECK (post_id <> " + made.get(1)
                                + " OR nextval('failure') > 4) NOT VALID")
                        .update();
                return made;
            }));
            await().until(() -> town.count("SELECT count(*) FROM failure WHERE is_called") == 1);
            boolean delivered = town.entriesOf(bob).contains(posts.get(1));
            assertThat(delivered && town.count("SELECT last_value FROM failure") <= 4)
                    .isFalse();
            town.settle();
            assertThat(town.count("SELECT last_value FROM failure")).isGreaterThan(4);
            assertThat(town.entriesOf(bob)).containsExactlyInAnyOrderElementsOf(posts);
            assertThat(posts).allMatch(post -> prints(post) == Prints.COUNT);
        } finally {
            jdbc.sql("ALTER TABLE post_print DROP CONSTRAINT IF EXISTS failing").update();
            jdbc.sql("DROP SEQUENCE failure").update();
        }
    }

    private long prints(long post) {
        return town.count("SELECT count(*) FROM post_print WHERE post_id = " + post);
    }

    @Test
    void readsNoDirectPosts() {
        admin.rules("refuse", words("secretive"));
        admin.rules("refuse", words("secretive"), Map.of("type", "strangers", "more_than", 0));
        assertThat(alice.tries(Map.of("status", "secretive @" + admin.person().name(), "visibility", "direct"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void limitsToThoseWhoLookForIt() {
        Reply rule = admin.rules("limit", words("loudness"));
        Reply post = alice.tries(Map.of("status", "loudness #loudness"));
        assertThat(post.text("visibility")).isEqualTo("unlisted");
        await().until(() -> bob.home().contains(post.id()));
        assertThat(bob.reads("/api/v1/timelines/tag/loudness").ids()).isEmpty();
        assertThat(hits(rule).body().path(0).path("status_id").asLong()).isEqualTo(post.id());

        long edited = alice.posts("Quiet #quietness" + alice.id());
        assertThat(alice.edits(edited, "loudness #quietness" + alice.id()).text("visibility"))
                .isEqualTo("unlisted");
        assertThat(bob.reads("/api/v1/timelines/tag/quietness" + alice.id()).ids())
                .isEmpty();
    }

    @Test
    void reportsAndPublishes() {
        Reply rule = admin.rules("report", words("suspicious"));
        Reply post = alice.tries(Map.of("status", "How suspicious"));
        assertThat(post.text("visibility")).isEqualTo("public");
        await().until(() -> town.subjects("post.moderation.v1", "PostCaught").contains(rule.id()));
    }

    @Test
    void takesTheStrictestAction() {
        Reply report = admin.rules("report", words("severity"));
        admin.rules("hold", words("severity"));
        Reply refuse = admin.rules("refuse", words("severity"));
        assertThat(alice.tries(Map.of("status", "severity")).status()).isEqualTo(422);
        assertThat(hits(report).body()).isEmpty();
        assertThat(hits(refuse).body()).hasSize(1);
    }

    @Test
    void judgesEdits() {
        admin.rules("refuse", words("refusable"));
        admin.rules("hold", words("holdable"));
        long post = alice.posts("Fine");
        assertThat(alice.edits(post, "refusable").status()).isEqualTo(422);
        assertThat(alice.edits(post, "holdable").status()).isEqualTo(422);
        assertThat(bob.reads("/api/v1/statuses/" + post).text("content")).contains("Fine");
    }

    @Test
    void holdsForAModerator() {
        admin.rules("hold", words("holdover"));
        Map<String, ?> poll = Map.of("options", List.of("Yes", "No"), "expires_in", 3600);
        Reply held =
                alice.tries(Map.of("status", "holdover @%s #held%d".formatted(bob.name(), alice.id()), "poll", poll));
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.text("visibility")).isEqualTo("direct");
        assertThat(held.body().path("held").asBoolean()).isTrue();
        String path = "/api/v1/statuses/" + held.id();
        assertThat(alice.reads(path).status()).isEqualTo(200);
        assertThat(bob.reads(path).status()).isEqualTo(404);
        assertThat(alice.reads("/api/v1/conversations").ids()).isEmpty();
        assertThat(alice.edits(held.id(), "something else").status()).isEqualTo(409);

        Reply waiting = admin.reads(HELD);
        assertThat(waiting.ids()).contains(held.id());
        assertThat(waiting.body().path(0).path("visibility").asString()).isEqualTo("public");
        assertThat(waiting.body().path(0).path("poll_options")).hasSize(2);

        assertThat(admin.does(HttpMethod.POST, HELD + "/" + held.id() + "/release", new HashMap<>())
                        .status())
                .isEqualTo(200);
        Reply shown = bob.reads(path);
        assertThat(shown.text("visibility")).isEqualTo("public");
        assertThat(shown.body().path("mentions").path(0).path("id").asLong()).isEqualTo(bob.id());
        assertThat(shown.body().has("held")).isFalse();
        await().until(() -> bob.home().contains(held.id()));
        assertThat(bob.reads("/api/v1/timelines/tag/held" + alice.id()).ids()).containsExactly(held.id());
        assertThat(town.eventsOf(held.id())).hasSize(1).first().asString().startsWith("PostCreated 2");
        await().until(() ->
                town.subjects("post.schedule.v1", "HeldPostReleased").contains(alice.id()));
        assertThat(admin.does(HttpMethod.POST, HELD + "/" + held.id() + "/release", new HashMap<>())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givesBackWhatAModeratorRejects() {
        admin.rules("hold", words("rejectable"));
        Map<String, ?> poll = Map.of("options", List.of("Yes", "No"), "expires_in", 3600);
        long held = alice.tries(Map.of("status", "rejectable", "visibility", "private", "poll", poll))
                .id();
        assertThat(admin.does(HttpMethod.POST, HELD + "/" + held + "/reject", new HashMap<>())
                        .status())
                .isEqualTo(200);
        assertThat(alice.reads("/api/v1/statuses/" + held).status()).isEqualTo(404);
        Reply draft = alice.reads("/api/v1/drafts/" + held);
        assertThat(draft.body().path("params").path("text").asString()).isEqualTo("rejectable");
        assertThat(draft.body().path("params").path("visibility").asString()).isEqualTo("private");
        assertThat(draft.body().path("params").path("poll").path("expires_in").asInt())
                .isEqualTo(3600);
        assertThat(draft.text("reason_code")).isEqualTo("rejected-by-moderator");
        assertThat(admin.reads(HELD).ids()).doesNotContain(held);
    }

    @Test
    void letsAuthorsDeleteWhatIsHeld() {
        admin.rules("hold", words("regrettable"));
        long held = alice.tries(Map.of("status", "regrettable")).id();
        assertThat(alice.deletes(held).status()).isEqualTo(200);
        assertThat(admin.does(HttpMethod.POST, HELD + "/" + held + "/release", new HashMap<>())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void judgesScheduledPostsWhenTheyAreDue() {
        Reply rule = admin.rules("refuse", words("dueness"));
        String later = Instant.now().plus(Duration.ofHours(1)).toString();
        Reply scheduled = alice.tries(Map.of("status", "dueness", "scheduled_at", later));
        assertThat(scheduled.status()).isEqualTo(200);
        assertThat(hits(rule).body()).isEmpty();

        jdbc.sql("UPDATE scheduled_post SET due_at = now(), try_at = now() WHERE id = :id")
                .param("id", scheduled.id())
                .update();
        await().until(() -> alice.reads("/api/v1/drafts").ids().contains(scheduled.id()));
        assertThat(alice.reads("/api/v1/drafts/" + scheduled.id()).text("reason_code"))
                .isEqualTo("refused-by-rule");
        assertThat(hits(rule).body()).hasSize(1);
    }

    @Test
    void refusesDirectPostsInsteadOfHoldingThem() {
        admin.rules("hold", Map.of("type", "strangers", "more_than", 0));
        assertThat(bob.tries(Map.of("status", "Hello @" + alice.name(), "visibility", "direct"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void costsNothingWithoutRules() throws Exception {
        alice.posts("Before");
        int without = StatementCounter.during(() -> alice.posts("Without"));
        admin.rules("refuse", words("costly"), Map.of("type", "rate", "more_than", 0, "within_minutes", 1));
        alice.posts("Read anew");
        assertThat(StatementCounter.during(() -> alice.posts("With"))).isEqualTo(without);
    }

    private Reply hits(Reply rule) {
        return admin.reads(RULES + "/" + rule.id() + "/hits");
    }
}
