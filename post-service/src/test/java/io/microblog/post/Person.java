package io.microblog.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.microblog.event.AccountState;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who uses the public API. */
public final class Person {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Town town;
    private final MockMvc http;
    private final AccountState account;

    Person(Town town, MockMvc http, AccountState account) {
        this.town = town;
        this.http = http;
        this.account = account;
    }

    public long id() {
        return account.id();
    }

    public String name() {
        return account.username();
    }

    public AccountState account() {
        return account;
    }

    public Person follows(Person... others) {
        for (Person other : others) {
            town.follows(this, other);
        }
        return this;
    }

    public void unfollows(Person other) {
        town.unfollows(this, other);
    }

    /** Follows a hashtag. */
    public Reply follows(String hashtag) {
        return exchange(MockMvcRequestBuilders.post("/api/v1/tags/" + hashtag + "/follow"), account.id());
    }

    public Reply unfollows(String hashtag) {
        return exchange(MockMvcRequestBuilders.post("/api/v1/tags/" + hashtag + "/unfollow"), account.id());
    }

    public void usuallyWritesIn(String language) {
        town.changes(this, language, false);
    }

    public void isSuspended() {
        town.changes(this, null, true);
    }

    /** A public post that must succeed. */
    public long posts(String text) {
        return publishes(Map.of("status", text)).id();
    }

    /** A post to fewer people that must succeed. */
    public long posts(String text, String visibility) {
        return publishes(Map.of("status", text, "visibility", visibility)).id();
    }

    /** An answer that must succeed. */
    public long answers(long post, String text) {
        return publishes(Map.of("status", text, "in_reply_to_id", Long.toString(post)))
                .id();
    }

    /** An answer to fewer people that must succeed. */
    public long answers(long post, String text, String visibility) {
        return publishes(Map.of("status", text, "in_reply_to_id", Long.toString(post), "visibility", visibility))
                .id();
    }

    private Reply publishes(Map<String, ?> status) {
        Reply reply = tries(status);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    /** A post that may be refused. */
    public Reply tries(Map<String, ?> status) {
        return sends(HttpMethod.POST, "/api/v1/statuses", status);
    }

    /** A public post through an app that must succeed. */
    public Reply postsThrough(String app, String website, String text) {
        String token = TestTokens.with(claims -> claims.subject(Long.toString(account.id()))
                .claim("scope", "read write")
                .claim("client_id", "app")
                .claim("client_name", app)
                .claim("client_website", website));
        Reply reply = run(json(HttpMethod.POST, "/api/v1/statuses", Map.of("status", text))
                .header("Authorization", "Bearer " + token));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    /** A post that may be sent again with the same key. */
    public Reply triesWithKey(String key, Map<String, ?> status) {
        return exchange(json(HttpMethod.POST, "/api/v1/statuses", status).header("Idempotency-Key", key), account.id());
    }

    public Reply edits(long post, Map<String, ?> status) {
        return sends(HttpMethod.PUT, "/api/v1/statuses/" + post, status);
    }

    public Reply edits(long post, String text) {
        return edits(post, Map.of("status", text));
    }

    /** An image that must be accepted. */
    public long uploads(byte[] image) {
        Reply reply = triesToUpload(image, Map.of());
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.id();
    }

    /** An image that may be refused. */
    public Reply triesToUpload(byte[] image, Map<String, String> form) {
        var request = MockMvcRequestBuilders.multipart("/api/v2/media")
                .file(new MockMultipartFile("file", "../../picture.jpg", null, image));
        form.forEach(request::param);
        return run(request.header("Authorization", "Bearer " + TestTokens.forAccount(account.id())));
    }

    /** A public post with images that must succeed. */
    public long posts(String text, long... media) {
        return publishes(Map.of(
                        "status",
                        text,
                        "media_ids",
                        LongStream.of(media).mapToObj(Long::toString).toList()))
                .id();
    }

    public Reply deletes(String path) {
        return exchange(MockMvcRequestBuilders.delete(path), account.id());
    }

    public Reply deletes(long post) {
        return exchange(MockMvcRequestBuilders.delete("/api/v1/statuses/" + post), account.id());
    }

    /** Favourites, bookmarks, ... a post, which must succeed. */
    public Reply does(String action, long post) {
        Reply reply = tries(action, post);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    /** The same when it may be refused. */
    public Reply tries(String action, long post) {
        return exchange(MockMvcRequestBuilders.post("/api/v1/statuses/" + post + "/" + action), account.id());
    }

    /** The id of a boost that must succeed. */
    public long boosts(long post) {
        return does("reblog", post).id();
    }

    public Reply reads(String path) {
        return exchange(MockMvcRequestBuilders.get(path), account.id());
    }

    public List<Long> home() {
        return reads("/api/v1/timelines/home").ids();
    }

    /** The same request as a form. */
    public Reply sendsForm(String path, Map<String, String> form) {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        form.forEach(request::param);
        return exchange(request, account.id());
    }

    /** The same request as multipart. */
    public Reply sendsMultipart(String path, Map<String, String> form) {
        var request = MockMvcRequestBuilders.multipart(path);
        form.forEach(request::param);
        return run(request.header("Authorization", "Bearer " + TestTokens.forAccount(account.id())));
    }

    public Reply sends(HttpMethod method, String path, Map<String, ?> body) {
        return exchange(json(method, path, body), account.id());
    }

    /** A request with a token of one's own. */
    public Reply readsWith(String token, String path) {
        return run(MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token));
    }

    /** The same that changes something. */
    public Reply sendsWith(String token, HttpMethod method, String path, Map<String, ?> body) {
        return run(json(method, path, body).header("Authorization", "Bearer " + token));
    }

    /** What somebody signed out gets. */
    public Reply readsSignedOut(String path) {
        return exchange(MockMvcRequestBuilders.get(path), null);
    }

    /** What somebody signed out gets who tries to do something. */
    public Reply triesSignedOut(HttpMethod method, String path) {
        return exchange(json(method, path, Map.of()), null);
    }

    /** What another service gets on this person's behalf. */
    public Reply readsThroughService(String path) {
        return readsThrough("notification-service", path);
    }

    /** What another service reads for this person. */
    public Reply readsThrough(String service, String path) {
        return run(MockMvcRequestBuilders.get(path)
                .header("Authorization", "Bearer " + TestTokens.forService(service, "post-service"))
                .header("Microblog-Reader", account.id()));
    }

    /** What notification-service asks for. */
    public Reply asksThroughService(String path, Object question) {
        return asksThrough("notification-service", path, question);
    }

    /** What another service asks for. */
    public Reply asksThrough(String service, String path, Object question) {
        return run(MockMvcRequestBuilders.post(path)
                .header("Authorization", "Bearer " + TestTokens.forService(service, "post-service"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(question)));
    }

    private static MockHttpServletRequestBuilder json(HttpMethod method, String path, Map<String, ?> body) {
        return MockMvcRequestBuilders.request(method, path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(new HashMap<>(body)));
    }

    private Reply exchange(MockHttpServletRequestBuilder request, @Nullable Long caller) {
        return run(
                caller == null ? request : request.header("Authorization", "Bearer " + TestTokens.forAccount(caller)));
    }

    private Reply run(RequestBuilder request) {
        try {
            var response = http.perform(request).andReturn().getResponse();
            String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
            return Reply.of(response.getStatus(), body, response.getHeader("Link"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
