package io.microblog.search;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.microblog.testing.TestTokens;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody signed in who searches over the public API. */
public final class Reader {

    public static final long ID = Ids.next();

    private final MockMvcTester mvc;

    Reader(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** The answer to a GET of {@code uri}. */
    public MvcTestResult get(String uri, Object... values) {
        return mvc.get()
                .uri(uri, values)
                .header("Authorization", "Bearer " + TestTokens.forAccount(ID, "read"))
                .exchange();
    }

    /** The answer to an order that one of the services or the launcher gives. */
    public MvcTestResult order(String uri, String service) {
        return mvc.post()
                .uri(uri)
                .header("Authorization", "Bearer " + TestTokens.forService(service, "search-service"))
                .exchange();
    }

    /** Posts for somebody whose app says that they read this language. */
    public List<Long> statuses(String query, String language) {
        MvcTestResult answer = mvc.get()
                .uri("/api/v2/search?type=statuses&limit=40&q={q}", query)
                .header("Authorization", "Bearer " + TestTokens.forAccount(ID, "read"))
                .header("Accept-Language", language)
                .exchange();
        List<String> ids = JsonPath.read(body(answer), "$.statuses[*].id");
        return ids.stream().map(Long::valueOf).toList();
    }

    /** The answer for somebody who is not signed in. */
    public MvcTestResult getAnonymously(String uri, Object... values) {
        return mvc.get().uri(uri, values).exchange();
    }

    public List<Long> statuses(String query) {
        return ids("$.statuses[*].id", "/api/v2/search?type=statuses&limit=40&q={q}", query);
    }

    /** Posts for somebody else. */
    public List<Long> statusesFor(long account, String query) {
        MvcTestResult answer = mvc.get()
                .uri("/api/v2/search?type=statuses&limit=40&q={q}", query)
                .header("Authorization", "Bearer " + TestTokens.forAccount(account, "read"))
                .exchange();
        List<String> ids = JsonPath.read(body(answer), "$.statuses[*].id");
        return ids.stream().map(Long::valueOf).toList();
    }

    public List<Long> accounts(String query) {
        return ids("$.accounts[*].id", "/api/v2/search?type=accounts&limit=40&q={q}", query);
    }

    /** The ids at a JSON path of the answer. */
    public List<Long> ids(String path, String uri, Object... values) {
        String body = body(get(uri, values));
        List<String> ids = JsonPath.read(body, path);
        return ids.stream().map(Long::valueOf).toList();
    }

    /** The body of a good answer. */
    public static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
