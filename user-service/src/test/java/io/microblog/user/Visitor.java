package io.microblog.user;

import java.util.HashMap;
import java.util.Map;

import io.microblog.user.World.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody before the service's pages, who fills in their forms. */
public final class Visitor extends Browser {

    public Visitor(int port) {
        super(port);
    }

    @Override
    public Visitor speaking(String wanted) {
        super.speaking(wanted);
        return this;
    }

    /** Signs in with the right password; the session is in the cookies from then on. */
    public Visitor signsIn(Person person) {
        Answer answer = signsIn(person.email(), World.PASSWORD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return this;
    }

    /** Tries to sign in by an address or a user name. */
    public Answer signsIn(String name, String password) {
        return fillsIn("/auth/sign_in", Map.of("email", name, "password", password));
    }

    public Answer signsOut() {
        return fillsIn("/auth/sign_out", Map.of());
    }

    public Answer signsUp(Newcomer newcomer) {
        return fillsIn("/auth/sign_up", newcomer.form());
    }

    /** Says the password is forgotten. */
    public Answer forgetsThePasswordOf(String email) {
        return fillsIn("/auth/password/new", Map.of("email", email));
    }

    /** Wants the confirmation mail again. */
    public Answer missesTheMailTo(String email) {
        return fillsIn("/auth/confirmation/new", Map.of("email", email));
    }

    /** Follows the link of a letter about a forgotten password, and chooses another where there is a form. */
    public Answer chooses(String password, String link) {
        Answer page = get(link);
        return page.status() == 200 ? submit(page, 0, Map.of("password", password)) : page;
    }

    /** Follows the link of a letter, and presses the button of the page where there is one. */
    public Answer agreesBy(String link) {
        Answer page = get(link);
        return page.page().select("form").isEmpty() ? page : submit(page, 0, Map.of());
    }

    /** Opens a page and sends its first form. */
    public Answer fillsIn(String path, Map<String, String> filled) {
        return submit(get(path), 0, filled);
    }

    /** Sends what no form of the page would send, with the token that makes it a form of the page. */
    public Answer forges(Answer page, String action, Map<String, String> filled, String... headers) {
        var form = new HashMap<>(filled);
        form.put("_csrf", page.page().select("input[name=_csrf]").val());
        return post(action, form, headers);
    }
}
