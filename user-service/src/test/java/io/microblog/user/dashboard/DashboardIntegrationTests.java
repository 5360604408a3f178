package io.microblog.user.dashboard;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.microblog.kit.id.IdGenerator;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Days long ago belong to this test alone: Ann and Ben came on 1 March 2021, Cat on the day after. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIntegrationTests {

    private static final String MEASURES = "/api/v1/admin/measures";
    private static final String DIMENSIONS = "/api/v1/admin/dimensions";
    private static final String RETENTION = "/api/v1/admin/retention";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    Person ann = World.NOBODY;
    Person cat = World.NOBODY;
    Client moderator;

    @BeforeAll
    void people() {
        moderator = world.asStaff(world.aPerson("moderator"), World.MODERATOR);
        ann = cameOn("ann", "2021-03-01", "2021-03-02", "2021-04-05");
        cameOn("ben", "2021-03-01");
        cat = cameOn("cat", "2021-03-02", "2021-03-03");
        jdbc.sql("UPDATE login SET app = NULL WHERE account_id = ?")
                .param(cat.id())
                .update();
        settled(1, "2021-03-01T22:00:00Z", "2021-03-02T00:00:10Z");
        settled(2, "2021-03-02T08:00:00Z", "2021-03-02T08:00:30Z");
        settled(3, "2021-03-02T09:00:00Z", null);
    }

    /** Somebody who opened an account on the first of these days, and was here on each of them. */
    private Person cameOn(String name, String... days) {
        Person person = world.aPerson(name);
        jdbc.sql("UPDATE account SET created_at = CAST(? AS timestamp) AT TIME ZONE 'UTC' WHERE id = ?")
                .params(days[0] + " 23:30", person.id())
                .update();
        for (String day : days) {
            jdbc.sql("INSERT INTO active_day (day, account_id) VALUES (?, ?)")
                    .params(LocalDate.parse(day), person.id())
                    .update();
        }
        return person;
    }

    private void settled(int number, String reported, @Nullable String settled) {
        long id = IdGenerator.firstOf(Instant.parse(reported)) + number;
        jdbc.sql("INSERT INTO moderation_case (id, target_id, settled_at, updated_at)"
                        + " VALUES (:id, :target, CAST(:settled AS timestamptz), now())")
                .param("id", id)
                .param("target", ann.id())
                .param("settled", settled, Types.VARCHAR)
                .update();
        jdbc.sql("INSERT INTO report (id, case_id, reporter_id, category, comment, rule_ids, created_at)"
                        + " VALUES (:id, :id, :reporter, 'spam', '', '{}', CAST(:at AS timestamptz))")
                .param("id", id)
                .param("reporter", cat.id())
                .param("at", reported)
                .update();
    }

    @Test
    void measuresPeople() {
        JsonNode measures = measure("2021-03-02", "2021-03-03", "active_users", "new_users");

        JsonNode active = measures.get(0);
        assertThat(active.get("key").asString()).isEqualTo("active_users");
        assertThat(active.get("unit").isNull()).isTrue();
        assertThat(active.has("human_value")).isFalse();
        assertThat(active.get("total").asString()).isEqualTo("2");
        assertThat(active.get("previous_total").asString()).isEqualTo("2");
        assertThat(active.at("/data/0/date").asString()).isEqualTo("2021-03-02T00:00:00.000Z");
        assertThat(values(active)).containsExactly("2", "1");
        assertThat(values(measures.get(1))).containsExactly("1", "0");
        assertThat(measures.at("/1/previous_total").asString()).isEqualTo("2");
    }

    @Test
    void measuresReports() {
        JsonNode measures = measure("2021-03-01", "2021-03-02", "opened_reports", "resolved_reports", "response_time");

        assertThat(values(measures.get(0))).containsExactly("1", "2");
        assertThat(values(measures.get(1))).containsExactly("0", "2");
        assertThat(measures.at("/2/unit").asString()).isEqualTo("seconds");
        assertThat(measures.at("/2/total").asString()).isEqualTo("3620");
        assertThat(values(measures.get(2))).containsExactly("0", "3620");
        assertThat(measures.at("/2/previous_total").asString()).isEqualTo("0");
    }

    @Test
    void asksThoseWhoCount() {
        JsonNode measures = moderator.postJson(MEASURES, """
                {"keys":["posts","tag_uses","mails_failed"],"start_at":"2021-03-01","end_at":"2021-03-04","tag_uses":{"id":"Bread"}}
                """).json();

        assertThat(measures.valueStream().map(measure -> measure.get("key").asString()))
                .containsExactly("posts", "tag_uses", "mails_failed");
        assertThat(measures.at("/0/total").asString()).isEqualTo("12");
        assertThat(measures.at("/0/previous_total").asString()).isEqualTo("4");
        assertThat(values(measures.get(2))).containsExactly("3", "3", "3", "3");
    }

    @Test
    void knowsNothingOfOtherServers() {
        JsonNode measures = measure("2021-03-01", "2021-03-02", "tag_servers", "instance_media_attachments");

        assertThat(values(measures.get(0))).containsExactly("0", "0");
        assertThat(measures.at("/1/unit").asString()).isEqualTo("bytes");
        assertThat(measures.at("/1/human_value").asString()).isEqualTo("0 Bytes");
        assertThat(measures.get(1).has("previous_total")).isFalse();
        assertThat(rank("servers").get("data").isEmpty()).isTrue();
    }

    @Test
    void leavesOutWhatNobodySays() {
        ReplicaKeepers.whileAway("posts", () -> {
            assertThat(measure("2021-03-01", "2021-03-02", "posts", "active_users", "mails_sent")
                            .valueStream()
                            .map(measure -> measure.get("key").asString()))
                    .containsExactly("active_users", "mails_sent");
            assertThat(moderator
                            .postJson(MEASURES, wish("2021-03-01", "2021-03-02", "posts"))
                            .status())
                    .isEqualTo(503);
            assertThat(keys(rank("space_usage")))
                    .contains("postgresql/notification-service")
                    .doesNotContain("postgresql/post-service");
        });
    }

    @Test
    void ranksLanguages() {
        JsonNode languages = rank("languages").get("data");

        assertThat(languages.at("/0/key").asString()).isEqualTo("es");
        assertThat(languages.at("/0/human_key").asString()).isEqualTo("Spanish");
        assertThat(languages.at("/0/value").asString()).isEqualTo("7");
        assertThat(languages.at("/1/key").asString()).isEqualTo("und");
    }

    @Test
    void ranksAppsByWhomPeopleSignedUp() {
        JsonNode sources = rank("sources").get("data");

        assertThat(sources.at("/0/key").asString()).isEqualTo("Pocket");
        assertThat(sources.at("/0/value").asString()).isEqualTo("2");
        assertThat(sources.at("/1/key").asString()).isEqualTo("web");
        assertThat(sources.at("/1/human_key").asString()).isEqualTo("Website");
        assertThat(sources.at("/1/value").asString()).isEqualTo("1");
    }

    @Test
    void tellsWhatThereIsStored() {
        JsonNode space = rank("space_usage");

        assertThat(keys(space))
                .containsExactly(
                        "postgresql/notification-service",
                        "postgresql/post-service",
                        "postgresql/search-service",
                        "elasticsearch",
                        "postgresql/translation-service",
                        "postgresql/user-service");
        assertThat(space.at("/data/3/human_value").asString()).isEqualTo("1.49 GB");
        assertThat(space.at("/data/3/unit").asString()).isEqualTo("bytes");
        assertThat(keys(rank("software_versions"))).contains("microblog", "java", "postgresql", "elasticsearch");
    }

    @Test
    void tellsWhoComesBackByDay() {
        JsonNode cohorts = moderator.postJson(RETENTION, """
                {"start_at":"2021-03-01","end_at":"2021-03-03","frequency":"day"}
                """).json();

        assertThat(cohorts.size()).isEqualTo(3);
        JsonNode first = cohorts.get(0);
        assertThat(first.get("period").asString()).isEqualTo("2021-03-01T00:00:00.000Z");
        assertThat(first.get("frequency").asString()).isEqualTo("day");
        assertThat(values(first)).containsExactly("2", "1", "0");
        assertThat(first.at("/data/1/rate").asDouble()).isEqualTo(0.5);
        assertThat(values(cohorts.get(1))).containsExactly("1", "1");
        assertThat(values(cohorts.get(2))).containsExactly("0");
        assertThat(cohorts.at("/2/data/0/rate").asDouble()).isZero();
    }

    @Test
    void tellsWhoComesBackByMonth() {
        JsonNode cohorts = moderator.postJson(RETENTION, """
                {"start_at":"2021-03-15T10:00:00Z","end_at":"2021-04-01","frequency":"month"}
                """).json();

        assertThat(cohorts.size()).isEqualTo(2);
        assertThat(values(cohorts.get(0))).containsExactly("3", "1");
        assertThat(cohorts.at("/0/period").asString()).isEqualTo("2021-03-01T00:00:00.000Z");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            {'keys':['poetry'],'start_at':'2021-03-01','end_at':'2021-03-02'}       | keys
            {'keys':['active_users'],'end_at':'2021-03-02'}                         | start_at
            {'keys':['active_users'],'start_at':'2021-02-30','end_at':'2021-03-02'} | start_at
            {'keys':['active_users'],'start_at':'2021-03-02','end_at':'tomorrow'}   | end_at
            {'keys':['active_users'],'start_at':'2021-03-02','end_at':'2021-03-01'} | end_at
            {'keys':['active_users'],'start_at':'2021-01-01','end_at':'2022-01-02'} | start_at
            {'keys':['tag_uses'],'start_at':'2021-01-01','end_at':'2021-01-02'}     | tag_uses
            """)
    void namesWhatItCannotTake(String request, String field) {
        Answer answer = moderator.postJson(MEASURES, request.replace('\'', '"'));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("details").propertyNames()).containsExactly(field);
    }

    @Test
    void boundsWhatIsCompared() {
        assertThat(moderator
                        .postJson(MEASURES, wish("2021-01-01", "2022-01-01", "new_users"))
                        .json()
                        .at("/0/data")
                        .size())
                .isEqualTo(366);
        assertThat(moderator
                        .postJson(
                                RETENTION,
                                "{\"start_at\":\"2021-01-01\",\"end_at\":\"2021-06-01\",\"frequency\":\"day\"}")
                        .status())
                .isEqualTo(422);
        assertThat(moderator
                        .postJson(DIMENSIONS, "{\"keys\":[\"languages\"],\"limit\":-1}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesFormsAndAnswersNothingToNothing() {
        Answer form = moderator.post(
                MEASURES, Map.of("keys[]", "new_users", "start_at", "2021-03-01", "end_at", "2021-03-02T12:00:00Z"));

        assertThat(values(form.json().get(0))).containsExactly("2", "1");
        for (String path : List.of(MEASURES, DIMENSIONS, RETENTION)) {
            assertThat(moderator.post(path, Map.of("limit", "2")).body()).isEqualTo("[]");
        }
    }

    @Test
    void notesOnWhichDaysPeopleAreHere() {
        Person dan = world.aPerson("dan");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(daysOf(dan)).containsExactly(today.toString());

        jdbc.sql("UPDATE login SET active_on = active_on - 1 WHERE account_id = ?")
                .param(dan.id())
                .update();
        jdbc.sql("UPDATE active_day SET day = day - 1 WHERE account_id = ?")
                .param(dan.id())
                .update();
        world.as(dan);
        world.as(dan);

        assertThat(daysOf(dan)).containsExactly(today.minusDays(1).toString(), today.toString());
    }

    private List<String> daysOf(Person person) {
        return jdbc
                .sql("SELECT day FROM active_day WHERE account_id = ? ORDER BY day")
                .param(person.id())
                .query(LocalDate.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private JsonNode measure(String start, String end, String... keys) {
        Answer answer = moderator.postJson(MEASURES, wish(start, end, keys));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String wish(String start, String end, String... keys) {
        return "{\"keys\":[\"%s\"],\"start_at\":\"%s\",\"end_at\":\"%s\"}"
                .formatted(String.join("\",\"", keys), start, end);
    }

    /** A dimension of the first days of March 2021. */
    private JsonNode rank(String key) {
        Answer answer = moderator.postJson(DIMENSIONS, wish("2021-03-01", "2021-03-03", key));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get(0);
    }

    private static List<String> keys(JsonNode dimension) {
        return dimension
                .get("data")
                .valueStream()
                .map(entry -> entry.get("key").asString())
                .toList();
    }

    private static List<String> values(JsonNode figures) {
        return figures.get("data")
                .valueStream()
                .map(day -> day.get("value").asString())
                .toList();
    }
}
