package io.microblog.acceptance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, an app and a mailbox, who uses the public API only. */
final class Person {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
    private static final String SCOPES = "read write follow push profile";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final String username;
    final String id;
    final MailInbox mails;
    final Http api;
    private final JsonNode app;
    private final String token;

    private Person(String username, String id, MailInbox mails, Http api, JsonNode app, String token) {
        this.app = app;
        this.username = username;
        this.id = id;
        this.mails = mails;
        this.api = api;
        this.token = token;
    }

    /**
     * Signs up the whole way: an app is registered, the account made with its token, the address confirmed by the link
     * in the mail, the app authorised by the HTML pages.
     */
    static Person signUp(String name) {
        JsonNode app = registerApp();
        String username = unique(name);
        String address = username + "@example.org";
        createAccount(app, username, address);
        var mails = new MailInbox(address);
        confirm(mails.await("confirm").link("/auth/confirmation"));

        String token = authorize(app, address, SCOPES);
        Http api = bearing(token);
        String id = api.get("/api/v1/accounts/verify_credentials")
                .expect(200)
                .json()
                .get("id")
                .asString();
        return new Person(username, id, mails, api, app, token);
    }

    /** Somebody who may do everything. */
    static Person owner(String name) {
        Person owner = signUp(name);
        RunningPlatform.get().microblog("admin", "make-owner", owner.username);
        return owner;
    }

    private static void confirm(String link) {
        var browser = new Http();
        Forms.submit(browser, browser.get(link).expect(200), Map.of()).expect(200);
    }

    /** A client of somebody who has signed up and not confirmed the address yet. */
    static Http unconfirmed(String name) {
        String username = unique(name);
        return bearing(createAccount(registerApp(), username, username + "@example.org"));
    }

    /** A client of an app that acts for nobody. */
    static Http app(String scopes) {
        return bearing(token(registerApp(scopes), Map.of("grant_type", "client_credentials"), scopes));
    }

    private static Http bearing(String token) {
        return new Http().with("Authorization", "Bearer " + token);
    }

    private static String unique(String name) {
        return name + "_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    private static JsonNode registerApp() {
        return registerApp(SCOPES);
    }

    private static JsonNode registerApp(String scopes) {
        RunningPlatform.get();
        return new Http()
                .post("/api/v1/apps", Map.of("client_name", "Walk", "redirect_uris", OUT_OF_BAND, "scopes", scopes))
                .expect(200)
                .json();
    }

    private static String createAccount(JsonNode app, String username, String address) {
        String appToken = token(app, Map.of("grant_type", "client_credentials"));
        return bearing(appToken)
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "username", username,
                                "email", address,
                                "password", PASSWORD,
                                "agreement", true,
                                "locale", "en"))
                .expect(200)
                .json()
                .get("access_token")
                .asString();
    }

    private static String token(JsonNode app, Map<String, String> grant) {
        return token(app, grant, SCOPES);
    }

    private static String token(JsonNode app, Map<String, String> grant, String scopes) {
        var form = new LinkedHashMap<>(grant);
        form.put("client_id", app.get("client_id").asString());
        form.put("client_secret", app.get("client_secret").asString());
        form.put("redirect_uri", OUT_OF_BAND);
        form.put("scope", scopes);
        return new Http()
                .postForm("/oauth/token", form)
                .expect(200)
                .json()
                .get("access_token")
                .asString();
    }

    private static String authorize(JsonNode app, String address, String scopes) {
        String code = consent(
                RunningPlatform.URL + "/oauth/authorize?response_type=code&client_id="
                        + Http.encode(app.get("client_id").asString()) + "&redirect_uri=" + Http.encode(OUT_OF_BAND)
                        + "&scope=" + Http.encode(scopes),
                address);
        return token(app, Map.of("grant_type", "authorization_code", "code", code), scopes);
    }

    /** A client of this person that may do no more than this. */
    Http within(String scopes) {
        return bearing(authorize(registerApp(scopes), mails.address(), scopes));
    }

    /** Lets a client in that sends people to this address, and returns the code for it. */
    String consent(String authorizationUrl) {
        return consent(authorizationUrl, mails.address());
    }

    /** Signs in and consents by the server's pages, as a browser without scripts. */
    private static String consent(String authorizationUrl, String address) {
        var browser = new Http();
        Http.Answer signIn = browser.get(authorizationUrl).expect(200);
        Http.Answer consent = Forms.submit(browser, signIn, Map.of("email", address, "password", PASSWORD));
        Http.Answer code = Forms.submit(browser, consent, Map.of());
        Element shown = Jsoup.parse(code.expect(200).body()).selectFirst("code");
        if (shown == null) {
            throw new AssertionError("No code on the page: " + code.body());
        }
        return shown.text();
    }

    /** The app gives its access token back. */
    void revokeToken() {
        api.postForm(
                        "/oauth/revoke",
                        Map.of(
                                "client_id", app.get("client_id").asString(),
                                "client_secret", app.get("client_secret").asString(),
                                "token", token))
                .expect(200);
    }

    /** A browser in which this person has just signed in. */
    Http signIn() {
        var browser = new Http();
        var who = Map.of("email", mails.address(), "password", PASSWORD);
        Forms.submit(browser, browser.get("/auth/sign_in").expect(200), who);
        return browser;
    }

    /** The header that lets further clients act for this person. */
    String authorization() {
        return "Bearer " + token;
    }

    /** Listens to what happens. */
    EventStream stream(String name) {
        return new EventStream(name, authorization());
    }

    /** Publishes Markdown for all to see and returns the post's id. */
    String post(String markdown) {
        return post(Map.of("status", markdown, "visibility", "public", "language", "en"));
    }

    String post(Map<String, ?> status) {
        return api.post("/api/v1/statuses", status).expect(200).json().get("id").asString();
    }

    String answer(String postId, String markdown) {
        return post(Map.of("status", markdown, "in_reply_to_id", postId, "language", "en"));
    }

    void follow(Person other) {
        api.post("/api/v1/accounts/" + other.id + "/follow", Map.of()).expect(200);
    }

    List<String> home() {
        return ids(api.get("/api/v1/timelines/home?limit=40").expect(200).json());
    }

    void awaitInHome(String postId) {
        Awaitility.await(postId + " in the home of " + username)
                .atMost(PATIENCE)
                .until(() -> home().contains(postId));
    }

    void awaitNotInHome(String postId) {
        Awaitility.await(postId + " gone from the home of " + username)
                .atMost(PATIENCE)
                .until(() -> !home().contains(postId));
    }

    List<String> search(String words) {
        JsonNode found = api.get("/api/v2/search?type=statuses&limit=40&q=" + Http.encode(words))
                .expect(200)
                .json();
        return ids(found.get("statuses"));
    }

    void awaitFound(String words, String postId) {
        Awaitility.await(postId + " found by " + words)
                .atMost(PATIENCE)
                .until(() -> search(words).contains(postId));
    }

    /** The notifications of one type, newest first. */
    List<JsonNode> notifications(String type) {
        JsonNode all = api.get("/api/v1/notifications?limit=80&types[]=" + type)
                .expect(200)
                .json();
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    void awaitNotified(String type, int count) {
        Awaitility.await(count + " notifications of " + type + " for " + username)
                .atMost(PATIENCE)
                .until(() -> notifications(type).size() == count);
    }

    static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.get("id").asString())
                .toList();
    }
}
