package io.microblog.search.saved;

import java.util.List;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Ids;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people keep of their searches, and what helps them type. */
@SearchTest
class OwnSearchIntegrationTests {

    private static final String SAVED = "/api/v1/saved_searches";
    private static final String RECENT = "/api/v1/search/recent";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    EventWriter events;

    @Autowired
    Rows rows;

    private final long owner = Ids.next();
    private final long other = Ids.next();

    @Test
    void savesASearchOnceForItsOwnerAlone() {
        String id = JsonPath.read(Reader.body(posts(owner, SAVED, " green tea ")), "$.id");

        assertThat(JsonPath.<String>read(Reader.body(posts(owner, SAVED, "green tea")), "$.id"))
                .isEqualTo(id);
        assertThat(queries(owner)).containsExactly("green tea");
        assertThat(queries(other)).isEmpty();
        assertThat(calls(other, HttpMethod.DELETE, SAVED + "/" + id)).hasStatus(404);
        assertThat(calls(owner, HttpMethod.DELETE, SAVED + "/" + id)).hasStatusOk();
        assertThat(calls(owner, HttpMethod.DELETE, SAVED + "/" + id)).hasStatus(404);
        assertThat(queries(owner)).isEmpty();
    }

    @Test
    void savesNoMoreThanItMay() {
        IntStream.range(0, SavedSearches.MAX)
                .forEach(n -> assertThat(posts(owner, SAVED, "tea " + n)).hasStatusOk());

        assertThat(posts(owner, SAVED, "one more")).hasStatus(422);
        assertThat(posts(owner, SAVED, "tea 7")).hasStatusOk();
        assertThat(posts(owner, SAVED, " ")).hasStatus(422);
        assertThat(posts(other, SAVED, "x".repeat(201))).hasStatus(422);
    }

    @Test
    void remembersTheLatestSearchesUntilToldToForget() {
        IntStream.range(0, RecentSearches.MAX + 3)
                .forEach(n -> assertThat(posts(owner, RECENT, "pears " + n)).hasStatusOk());
        posts(owner, RECENT, "pears 5");

        assertThat(recent(owner))
                .hasSize(RecentSearches.MAX)
                .startsWith("pears 5", "pears 22")
                .doesNotContain("pears 2");
        assertThat(recent(other)).isEmpty();
        assertThat(calls(other, HttpMethod.DELETE, RECENT)).hasStatusOk();
        assertThat(calls(owner, HttpMethod.DELETE, RECENT + "?q=pears 5")).hasStatusOk();
        assertThat(recent(owner)).hasSize(RecentSearches.MAX - 1).doesNotContain("pears 5");
        assertThat(calls(owner, HttpMethod.DELETE, RECENT)).hasStatusOk();
        assertThat(recent(owner)).isEmpty();
    }

    @Test
    void forgetsThoseOfErasedPeople() {
        Somebody gone = Somebody.named("gone");
        posts(gone.id(), SAVED, "green tea");
        posts(gone.id(), RECENT, "green tea");
        posts(other, SAVED, "green tea");

        events.write(
                gone.registered(),
                gone.suspended(true).erased(),
                gone.suspended(true).erased());

        await().untilAsserted(() -> {
            assertThat(queries(gone.id())).isEmpty();
            assertThat(recent(gone.id())).isEmpty();
        });
        assertThat(queries(other)).containsExactly("green tea");
    }

    @Test
    void suggestsPeopleHashtagsAndOwnSearches() {
        Somebody person = Somebody.named("ptarmigan");
        events.write(
                person.registered(),
                APost.by(person).tagged("ptarmigans").saying("#ptarmigans").created());
        rows.awaitIndexed(person);
        posts(owner, RECENT, "Ptarmigan nests");

        await().untilAsserted(() -> {
            String body = Reader.body(calls(owner, HttpMethod.GET, "/api/v1/search/suggestions?q=ptarm"));
            assertThat(JsonPath.<List<String>>read(body, "$.accounts[*].id")).contains(Long.toString(person.id()));
            assertThat(JsonPath.<List<String>>read(body, "$.hashtags[*].name")).containsExactly("ptarmigans");
            assertThat(JsonPath.<List<String>>read(body, "$.searches")).containsExactly("Ptarmigan nests");
        });
        String others = Reader.body(calls(other, HttpMethod.GET, "/api/v1/search/suggestions?q=ptarm"));
        assertThat(JsonPath.<List<String>>read(others, "$.searches")).isEmpty();
    }

    @Test
    void strangersHaveNone() {
        for (String path : List.of(SAVED, RECENT, "/api/v1/search/suggestions?q=tea")) {
            assertThat(mvc.get().uri(path)).hasStatus(401);
        }
    }

    private List<String> queries(long account) {
        return JsonPath.read(Reader.body(calls(account, HttpMethod.GET, SAVED)), "$[*].q");
    }

    private List<String> recent(long account) {
        return JsonPath.read(Reader.body(calls(account, HttpMethod.GET, RECENT)), "$");
    }

    private MvcTestResult calls(long account, HttpMethod method, String path) {
        return mvc.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + TestTokens.forAccount(account))
                .exchange();
    }

    private MvcTestResult posts(long account, String path, String query) {
        return mvc.post()
                .uri(path)
                .header("Authorization", "Bearer " + TestTokens.forAccount(account))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"q\": \"%s\"}".formatted(query))
                .exchange();
    }
}
