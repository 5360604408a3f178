package io.microblog.local.demo;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;

/** Signs people up as a client does: by an app's token, with the link in the mail, and a profile with pictures. */
final class SignUps {

    private static final String SCOPES = "read write follow";
    private static final int CONFIRMED_WITHIN = 100;

    private final DemoApi api;
    private final Mailbox mailbox;
    private final ConfirmationPage confirmation;
    private final DemoLedger ledger;
    private final String password;

    SignUps(DemoApi api, Mailbox mailbox, DemoLedger ledger, String password) {
        this.api = api;
        this.mailbox = mailbox;
        this.confirmation = new ConfirmationPage(api);
        this.ledger = ledger;
        this.password = password;
    }

    /** The app in whose name all sign up. */
    void register() {
        if (!ledger.has("app.token")) {
            JsonNode app = api.post(
                    "/api/v1/apps",
                    null,
                    Map.of(
                            "client_name", "Microblog demo",
                            "redirect_uris", "urn:ietf:wg:oauth:2.0:oob",
                            "scopes", SCOPES));
            JsonNode token = api.post(
                    "/oauth/token",
                    null,
                    Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            app.path("client_id").asString(),
                            "client_secret",
                            app.path("client_secret").asString(),
                            "scope",
                            SCOPES));
            ledger.record("app.token", token.path("access_token").asString());
        }
    }

    /** @return whether anything was left to do */
    boolean join(Person person) {
        String key = "person." + person.username();
        if (ledger.has(key + ".id")) {
            return false;
        }
        boolean isNew = !ledger.has(key + ".token");
        if (isNew) {
            signUp(person, key);
        }
        String token = recorded(key + ".token");
        // A new one is not asked: for some seconds the platform would go on to take it for unconfirmed.
        if (isNew || !isConfirmed(token)) {
            confirmation.press(mailbox.awaitConfirmation(address(recorded(key + ".username"))));
        }
        for (int attempt = 0; attempt < CONFIRMED_WITHIN && !isConfirmed(token); attempt++) {
            Pause.of(Duration.ofMillis(100));
        }
        JsonNode account = api.get("/api/v1/accounts/verify_credentials", token, Map.of());
        ledger.record(key + ".id", account.path("id").asString());
        return true;
    }

    Member member(Person person) {
        String key = "person." + person.username();
        return new Member(person, recorded(key + ".username"), recorded(key + ".id"), recorded(key + ".token"));
    }

    /** @return whether anything was left to do */
    boolean introduce(Member member) {
        String key = "profile." + member.person().username();
        if (ledger.has(key)) {
            return false;
        }
        Person person = member.person();
        Multipart form = new Multipart()
                .text("display_name", person.name())
                .text("note", person.note())
                .text("discoverable", "true")
                .text("source[language]", person.language())
                .image("avatar", "png", person.portrait())
                .image("header", "jpeg", person.headerPicture());
        int field = 0;
        for (Map.Entry<String, String> entry : person.fields().entrySet()) {
            form.text("fields_attributes[%d][name]".formatted(field), entry.getKey());
            form.text("fields_attributes[%d][value]".formatted(field++), entry.getValue());
        }
        api.send("PATCH", "/api/v1/accounts/update_credentials", member.token(), form);
        ledger.record(key, "done");
        return true;
    }

    static String address(String username) {
        return username + "@example.org";
    }

    /** Under the next free name, where somebody else has it. */
    private void signUp(Person person, String key) {
        for (int suffix = 1; suffix < 10; suffix++) {
            String username = suffix == 1 ? person.username() : person.username() + suffix;
            HttpResponse<String> response = api.tryPost(
                    "/api/v1/accounts",
                    recorded("app.token"),
                    "",
                    Map.of(
                            "username",
                            username,
                            "email",
                            address(username),
                            "password",
                            password,
                            "agreement",
                            true,
                            "locale",
                            person.language()));
            if (response.statusCode() != 422 || !response.body().contains("ERR_TAKEN")) {
                JsonNode token = DemoApi.accepted("sign-up of " + username, response);
                ledger.record(key + ".username", username);
                ledger.record(key + ".token", token.path("access_token").asString());
                return;
            }
        }
        throw new DemoException("All names like " + person.username() + " are taken.");
    }

    /** Until then the token answers 403. */
    private boolean isConfirmed(String token) {
        return api.tryGet("/api/v1/accounts/verify_credentials", token).statusCode() == 200;
    }

    private String recorded(String key) {
        return Objects.requireNonNull(ledger.find(key).orElse(null), key);
    }
}
