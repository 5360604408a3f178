package io.microblog.user;

import java.util.HashMap;
import java.util.Map;

import io.microblog.user.Browser.Answer;
import io.microblog.user.World.App;
import io.microblog.user.World.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** One app asking one person, step by step. */
public final class Flow {

    private final World world;
    private final App app;
    private final String redirectUri;
    private final Map<String, String> request = new HashMap<>();
    private final Visitor browser;

    public Flow(World world, App app, String redirectUri) {
        this(world, app, redirectUri, world.visitor());
    }

    Flow(World world, App app, String redirectUri, Visitor browser) {
        this.world = world;
        this.app = app;
        this.redirectUri = redirectUri;
        this.browser = browser;
        request.put("response_type", "code");
        request.put("client_id", app.clientId());
        request.put("redirect_uri", redirectUri);
    }

    public Flow with(String name, String value) {
        request.put(name, value);
        return this;
    }

    public Flow without(String name) {
        request.remove(name);
        return this;
    }

    public Flow signedIn(Person person) {
        browser.signsIn(person);
        return this;
    }

    public Visitor browser() {
        return browser;
    }

    public Answer ask() {
        return browser.get("/oauth/authorize?" + Browser.encode(request));
    }

    /** Up to the page with the code. */
    public String code() {
        Answer answer = ask();
        if (answer.header("Location").contains("/oauth/consent")) {
            answer = browser.submit(browser.follow(answer), 0, Map.of());
        }
        if (answer.status() == 302) {
            return answer.header("Location").replaceFirst(".*[?&]code=([^&]+).*", "$1");
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.page().select("code").text();
    }

    public Map<String, String> tokenRequest(String code) {
        var form = new HashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("client_id", app.clientId());
        form.put("client_secret", app.secret());
        return form;
    }

    public Answer token(String code) {
        return world.browser().post("/oauth/token", tokenRequest(code));
    }
}
