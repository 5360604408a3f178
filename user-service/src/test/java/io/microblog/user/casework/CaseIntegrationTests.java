package io.microblog.user.casework;

import java.util.List;
import java.util.Map;

import io.microblog.event.SecurityEvent.ModeratorsWrote;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class CaseIntegrationTests {

    private static final String OWN = "/api/v1/moderation_cases";
    private static final String ADMIN = "/api/v1/admin/cases";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    Person troll = World.NOBODY;
    Person mona = World.NOBODY;
    Client owner;
    Client moderator;
    String caseId = "";

    @BeforeEach
    void people() {
        troll = world.aPerson("troll");
        mona = world.aPerson("mona");
        owner = world.as(troll);
        moderator = world.asStaff(mona, World.MODERATOR);
        Client rita = world.as(world.aPerson("rita"));
        String report = rita.postJson("/api/v1/reports", "{\"account_id\":\"%d\"}".formatted(troll.id()))
                .json()
                .get("id")
                .asString();
        caseId = moderator
                .get("/api/v1/admin/reports/" + report)
                .json()
                .get("case_id")
                .asString();
    }

    @Test
    void isShownToModerators() {
        JsonNode shown = moderator.get(ADMIN + "/" + caseId).json();

        assertThat(shown.get("open").asBoolean()).isTrue();
        assertThat(shown.get("waiting").asBoolean()).isFalse();
        assertThat(shown.get("reports_count").asInt()).isEqualTo(1);
        assertThat(shown.at("/target_account/username").asString()).isEqualTo(troll.username());
        assertThat(queue("due")).containsExactly(caseId);
        assertThat(queue("settled")).isEmpty();
        assertThat(moderator.get(ADMIN + "?state=loud").status()).isEqualTo(422);
    }

    @Test
    void isNoneOfThePersonsBusinessUntilTheyAreTold() {
        assertThat(owner.get(OWN).json()).isEmpty();
        assertThat(owner.get(OWN + "/" + caseId + "/messages").status()).isEqualTo(404);
        assertThat(say(owner, OWN, "Hello?").status()).isEqualTo(404);

        say(moderator, ADMIN, "What happened?");

        assertThat(ids(owner.get(OWN))).containsExactly(caseId);
    }

    @Test
    void isAConversation() {
        say(moderator, ADMIN, "What happened?");
        Answer answer = say(owner, OWN, "Nothing");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(texts(owner.get(OWN + "/" + caseId + "/messages"))).containsExactly("Nothing", "What happened?");
        JsonNode own = owner.get(OWN + "/" + caseId + "/messages").json();
        assertThat(own.at("/1/by_moderator").asBoolean()).isTrue();
        assertThat(own.at("/1/account").isNull()).isTrue();
        assertThat(own.at("/0/account/username").asString()).isEqualTo(troll.username());
        JsonNode seen = moderator.get(ADMIN + "/" + caseId + "/messages").json();
        assertThat(seen.at("/1/account/username").asString()).isEqualTo(mona.username());
        Answer page = owner.get(OWN + "/" + caseId + "/messages?limit=1");
        assertThat(texts(owner.get(page.next()))).containsExactly("What happened?");
        assertThat(world.letter("MODERATOR_MESSAGE", troll).get("detail").asString())
                .isEqualTo("What happened?");
        await().untilAsserted(() -> assertThat(
                        heard.all(ModeratorsWrote.class, event -> event.accountId() == troll.id()))
                .hasSize(1));
    }

    @Test
    void waitsForAnAnswerThoughItIsSettled() {
        moderator.post("/api/v1/admin/accounts/" + troll.id() + "/action", Map.of("type", "none"));
        assertThat(queue("due")).isEmpty();

        say(owner, OWN, "Why?");
        assertThat(queue("due")).containsExactly(caseId);

        say(moderator, ADMIN, "You know why");
        assertThat(queue("due")).isEmpty();
        assertThat(queue("settled")).containsExactly(caseId);
    }

    @Test
    void isReadByNobodyElse() {
        say(moderator, ADMIN, "What happened?");
        Client stranger = world.as(world.aPerson("stranger"));

        assertThat(stranger.get(OWN).json()).isEmpty();
        assertThat(stranger.get(OWN + "/" + caseId + "/messages").status()).isEqualTo(404);
        assertThat(say(stranger, OWN, "Hello").status()).isEqualTo(404);
        for (String path : List.of(ADMIN, ADMIN + "/" + caseId, ADMIN + "/" + caseId + "/messages", notes())) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
            assertThat(owner.get(path).status()).as(path).isEqualTo(403);
            assertThat(world.browser().get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(moderator.get(OWN + "/" + caseId + "/messages").status()).isEqualTo(404);
    }

    @Test
    void keepsNotesBetweenModerators() {
        note("First time", caseId);
        note("In general", "");

        assertThat(texts(moderator.get(notes()))).containsExactly("In general", "First time");
        JsonNode first = moderator.get(notes()).json().get(1);
        assertThat(first.get("case_id").asString()).isEqualTo(caseId);
        assertThat(first.at("/account/username").asString()).isEqualTo(mona.username());
        Answer page = moderator.get(notes() + "?limit=1");
        assertThat(texts(moderator.get(page.next()))).containsExactly("First time");
        assertThat(owner.get(OWN).json()).isEmpty();
    }

    @Test
    void saysWhatCannotBe() {
        say(moderator, ADMIN, "What happened?");
        for (String text : List.of("", "  ", "a".repeat(2_001))) {
            for (Answer refused : List.of(
                    say(owner, OWN, text),
                    say(moderator, ADMIN, text),
                    moderator.post(notes(), Map.of("text", text)))) {
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.json().get("details").has("text")).isTrue();
            }
        }
        Person other = world.aPerson("other");
        Answer refused = moderator.post(
                "/api/v1/admin/accounts/" + other.id() + "/notes", Map.of("text", "Look", "case_id", caseId));
        assertThat(refused.json().get("details").has("case_id")).isTrue();
    }

    @Test
    void limitsHowMuchOnePersonWrites() {
        say(moderator, ADMIN, "What happened?");
        for (int i = 0; i < 12; i++) {
            assertThat(say(owner, OWN, "Word " + i).status()).isEqualTo(200);
        }

        assertThat(say(owner, OWN, "One more").status()).isEqualTo(429);
    }

    @Test
    void isNotAboutSomebodyOfTheSameOrAHigherRole() {
        note("Look", caseId);
        world.appoint(troll, World.MODERATOR);
        Client same = world.as(world.aToken(troll, "read write admin:read admin:write"));

        for (Client client : List.of(moderator, same)) {
            assertThat(client.get(notes()).status()).isEqualTo(403);
            assertThat(client.post(notes(), Map.of("text", "Look")).status()).isEqualTo(403);
            assertThat(client.get(ADMIN + "/" + caseId + "/messages").status()).isEqualTo(403);
            assertThat(say(client, ADMIN, "Hello").status()).isEqualTo(403);
        }
    }

    private String notes() {
        return "/api/v1/admin/accounts/" + troll.id() + "/notes";
    }

    private void note(String text, String inCase) {
        Answer answer = moderator.post(notes(), Map.of("text", text, "case_id", inCase));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer say(Client client, String side, String text) {
        return client.post(side + "/" + caseId + "/messages", Map.of("text", text));
    }

    private List<String> queue(String state) {
        return ids(moderator.get(ADMIN + "?state=" + state + "&target_account_id=" + troll.id()));
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .valueStream()
                .map(entry -> entry.get("id").asString())
                .toList();
    }

    private static List<String> texts(Answer answer) {
        return answer.json()
                .valueStream()
                .map(entry -> entry.get("text").asString())
                .toList();
    }
}
