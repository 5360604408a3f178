package io.microblog.search.query;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import com.jayway.jsonpath.JsonPath;
import io.microblog.kit.problem.BadRequest;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Owners;
import io.microblog.search.Owners.Request;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import io.microblog.search.document.DocumentKind;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The public API: who gets what, and what happens when it cannot be given. */
@SearchTest
class SearchApiIntegrationTests {

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    Owners owners;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SearchEngine engine;

    private final Somebody zelda = Somebody.named("zelda" + Long.toString(System.nanoTime(), 36));

    @BeforeEach
    void zeldaIsThere() {
        events.write(zelda.registered());
    }

    @AfterEach
    void ownersAreWell() {
        owners.heal();
    }

    @Test
    void passesOnWhatTheOwnersMake() {
        APost post = found(APost.by(zelda).tagged("fjord").saying("fjord"));

        String body = Reader.body(reader.get("/api/v2/search?q=fjord"));

        assertThat(body)
                .contains("{\"id\":\"%d\",\"madeBy\":\"the owner of the status\",\"none\":null}".formatted(post.id()))
                .contains("\"accounts\":[]", "\"name\":\"fjord\"");
        Request request = owners.requests().stream()
                .filter(each -> each.path().endsWith("/statuses"))
                .findFirst()
                .orElseThrow();
        assertThat(request.reader()).isEqualTo(Long.toString(Reader.ID));
        assertThat(request.authorization()).startsWith("Bearer ");
    }

    @Test
    void whatTheReaderMayNotSeeLeavesNoGap() {
        IntStream.range(0, 8).forEach(n -> found(APost.by(zelda).saying("glacier moraine")));
        String page = "/api/v2/search?type=statuses&limit=3&q=glacier moraine";

        List<Long> first = reader.ids("$.statuses[*].id", page);
        first.forEach(owners::hide);

        assertThat(reader.ids("$.statuses[*].id", page)).hasSize(3).doesNotContainAnyElementsOf(first);
    }

    @Test
    void pages() {
        List<Long> all = IntStream.range(0, 5)
                .mapToObj(n -> found(APost.by(zelda).saying("lagoon atoll")).id())
                .toList();
        String uri = "/api/v2/search?type=statuses&limit=2&q=lagoon atoll&offset=";

        List<Long> paged = Stream.of(0, 2, 4)
                .flatMap(offset -> reader.ids("$.statuses[*].id", uri + offset).stream())
                .toList();

        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void findsNoHashtagsThatAreNotListed() {
        found(APost.by(zelda).tagged("taiga", "taigas").saying("taiga"));
        owners.unlist("taigas");

        MvcTestResult tags = reader.getAnonymously("/api/v2/search?type=hashtags&q=taiga");
        assertThat(JsonPath.<List<String>>read(Reader.body(tags), "$.hashtags[*].name"))
                .containsExactly("taiga");
    }

    @Test
    void strangersFindAccountsAndHashtagsOnly() {
        APost post = found(APost.by(zelda).tagged("tundra").saying("tundra " + zelda.username()));
        await().untilAsserted(
                        () -> assertThat(reader.accounts(zelda.username())).contains(zelda.id()));

        MvcTestResult tundra = reader.getAnonymously("/api/v2/search?q=tundra");
        MvcTestResult name = reader.getAnonymously("/api/v2/search?q={q}", zelda.username());

        assertThat(JsonPath.<List<String>>read(Reader.body(tundra), "$.hashtags[*].name"))
                .contains("tundra");
        assertThat(Reader.body(tundra)).contains("\"statuses\":[]").doesNotContain(Long.toString(post.id()));
        assertThat(Reader.body(name)).contains(Long.toString(zelda.id()));
        assertThat(owners.requests().getLast().reader()).isNull();
        assertThat(reader.getAnonymously("/api/v2/search?q=tundra&offset=1")).hasStatus(401);
        assertThat(reader.getAnonymously("/api/v2/search?q=tundra&resolve=True"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.error")
                .asString()
                .contains("without authentication");
    }

    @Test
    void opensLinksToThisServer() {
        await().untilAsserted(
                        () -> assertThat(reader.accounts(zelda.username())).contains(zelda.id()));
        String person = "http://localhost:8080/@" + zelda.username();

        assertThat(reader.accounts(person)).containsExactly(zelda.id());
        assertThat(reader.ids("$.statuses[*].id", "/api/v2/search?resolve=true&q={q}", person + "/4711"))
                .containsExactly(4711L);
        assertThat(Reader.body(reader.getAnonymously("/api/v2/search?q={q}", person + "/4711")))
                .contains("\"statuses\":[]");
        assertThat(reader.accounts("http://elsewhere.example/@" + zelda.username()))
                .isEmpty();
    }

    @Test
    void completesNamesForPeopleWhoAreSignedIn() {
        await().untilAsserted(() -> assertThat(reader.ids("$[*].id", "/api/v1/accounts/search?q={q}", zelda.username()))
                .containsExactly(zelda.id()));
        assertThat(reader.getAnonymously("/api/v1/accounts/search?q=zelda")).hasStatus(401);
    }

    @Test
    void wantsTheScopes() {
        String token = "Bearer " + TestTokens.forAccount(1, "read:accounts");
        assertThat(mvc.get().uri("/api/v2/search?q=x").header("Authorization", token))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/accounts/search?q=x").header("Authorization", token))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v2/search?q=x").header("Authorization", "Bearer forged"))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 401})
    void saysSoWhenAnOwnerFails(int status) {
        found(APost.by(zelda).saying("monsoon"));
        owners.fail(status);

        MvcTestResult answer = reader.get("/api/v2/search?q=monsoon");

        assertThat(answer).hasStatus(503);
        assertThat(answer).bodyJson().extractingPath("$.error").isEqualTo("Search is temporarily unavailable");
    }

    @Test
    void doesNotWaitLongForAnOwner() {
        found(APost.by(zelda).saying("typhoon"));
        owners.delay(Duration.ofSeconds(6));
        long start = System.nanoTime();

        assertThat(reader.get("/api/v2/search?q=typhoon")).hasStatus(503);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4_500));
    }

    @ParameterizedTest
    @MethodSource
    void rejectsBadInput(String parameters, String named) {
        assertThat(reader.get("/api/v2/search?" + parameters))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.error")
                .asString()
                .contains(named);
    }

    static Stream<Arguments> rejectsBadInput() {
        return Stream.of(
                        List.of("", "q"),
                        List.of("q=", "q"),
                        List.of("q=  ", "q"),
                        List.of("q=\u0000", "q"),
                        List.of("q=" + "a".repeat(201), "q"),
                        List.of("q=" + "a".repeat(10_000), "q"),
                        List.of("q=" + "be ".repeat(1_000) + "be", "q"),
                        List.of("q=x&type=people", "type"),
                        List.of("q=x&offset=-1", "offset"),
                        List.of("q=x&offset=1001", "offset"),
                        List.of("q=x&offset=1e9", "offset"),
                        List.of("q=x&limit=many", "limit"),
                        List.of("q=x&max_id=1;DROP", "max_id"),
                        List.of("q=x&min_id='", "min_id"),
                        List.of("q=x&account_id=me", "account_id"))
                .map(pair -> Arguments.of(pair.getFirst(), pair.getLast()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*:*",
                "savanna*",
                "/sav.*/",
                "savanna~5",
                "text:savanna",
                "savanna OR desert",
                "sav?nna",
                "(((((",
                "\"",
                "\\",
                "{\"match_all\":{}}",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z",
                "%",
                "' OR 1=1 --",
                "#*",
                "#.*",
                "@*",
                "*@localhost:8080",
                "😀",
                "\uD800",
                "[a-z]{1000}",
                "_exists_:text"
            })
    void takesHostileTextLiterally(String text) {
        APost post = found(APost.by(zelda).tagged("savannah").saying("savanna steppe"));

        String body = Reader.body(reader.get("/api/v2/search?q={q}", text));

        if (!text.contains("sav")) {
            assertThat(body).doesNotContain(Long.toString(post.id())).doesNotContain("\"name\":\"savannah\"");
        }
    }

    @ParameterizedTest
    @MethodSource
    void answersTheLongestTexts(String text) {
        for (String type : List.of("statuses", "accounts", "hashtags", "")) {
            assertThat(reader.get("/api/v2/search?type=" + type + "&q={q}", text))
                    .as(type)
                    .hasStatusOk();
        }
        assertThat(reader.get("/api/v1/accounts/search?q={q}", text)).hasStatusOk();
    }

    static Stream<String> answersTheLongestTexts() {
        return Stream.of(
                letters("\u4e00", 120),
                letters("\u4e00", 200),
                letters("\u3042", 200),
                letters("\u30a2", 200),
                letters("\uac00", 200),
                letters("\u0e01", 200),
                words("\u0430", 60),
                words("\u0627", 60),
                letters("\ud83d\ude00", 100),
                "\"" + letters("\u4e00", 198) + "\"",
                "#" + letters("\u4e00", 199),
                "from:" + letters("\u4e00", 195),
                words("", 100),
                words("abc", 40),
                "\"" + words("abc", 39) + "\"",
                words("*", 66),
                "x".repeat(200),
                "#" + "x".repeat(199),
                ".".repeat(200));
    }

    /** Different ones that follow each other. */
    private static String letters(String first, int count) {
        int start = first.codePointAt(0);
        return IntStream.range(0, count)
                .mapToObj(n -> Character.toString(start + n % 80))
                .collect(Collectors.joining());
    }

    /** Different ones with the same beginning. */
    private static String words(String beginning, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> beginning + (char) ('a' + n % 26))
                .collect(Collectors.joining(" "));
    }

    @Test
    void findsALongTextWithoutBlanks() {
        String text = letters("\u4e00", 60);
        APost post = found(APost.by(zelda).saying(text));

        assertThat(reader.statuses(text)).contains(post.id());
        assertThat(reader.statuses(text.substring(10, 50))).contains(post.id());
    }

    /** The first is refused when it is run, the second when the request is read, with all questions in it. */
    @ParameterizedTest
    @ValueSource(ints = {20_000, -5})
    void aRefusedQueryIsNotAnOutage(int from) {
        SearchRequest refused = SearchRequest.of(
                search -> search.index(DocumentKind.POSTS.alias()).from(from).size(10));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> engine.ask(List.of(refused)))
                    .isInstanceOf(QueryRefused.class)
                    .isInstanceOf(BadRequest.class);
        }

        assertThat(reader.get("/api/v2/search?q=tea")).hasStatusOk();
    }

    @Test
    void whoDoesNotWantToBeFoundAnyMoreIsNotFound() {
        APost post = found(APost.by(zelda).saying("volcano caldera"));
        owners.unlist(post.id());

        assertThat(reader.statuses("volcano caldera")).doesNotContain(post.id());
        assertThat(reader.ids(
                        "$.statuses[*].id",
                        "/api/v2/search?resolve=true&q={q}",
                        "http://localhost:8080/@" + zelda.username() + "/" + post.id()))
                .containsExactly(post.id());
    }

    private APost found(APost post) {
        events.write(post.created());
        rows.awaitIndexed(post);
        await().untilAsserted(() -> assertThat(reader.statuses(post.text())).contains(post.id()));
        return post;
    }
}
