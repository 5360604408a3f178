package io.microblog.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/** The endpoints about the server, apps, accounts and how people stand to each other. */
class UserEndpointsTests extends EndpointWalk {

    private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

    @Test
    void server() {
        get(
                anyone,
                "/health",
                "/api/v1/instance",
                "/api/v2/instance",
                "/api/v1/instance/peers",
                "/api/v1/instance/rules",
                "/api/v1/instance/activity",
                "/api/v1/instance/extended_description",
                "/api/v1/instance/privacy_policy",
                "/api/v1/instance/terms_of_service",
                "/api/v1/instance/translation_languages",
                "/api/v1/custom_emojis",
                "/nodeinfo/2.0",
                "/nodeinfo/2.1",
                "/oauth/jwks",
                "/.well-known/nodeinfo",
                "/.well-known/host-meta",
                "/.well-known/oauth-authorization-server",
                "/.well-known/webfinger?resource=acct:" + ALICE.username + "@localhost:8080");
        String terms = "/api/v1/instance/terms_of_service";
        get(
                anyone,
                terms + "/"
                        + anyone.get(terms)
                                .expect(200)
                                .json()
                                .get("effective_date")
                                .asString());
    }

    @Test
    void apps() {
        JsonNode app = anyone.post("/api/v1/apps", Map.of("client_name", "Short", "redirect_uris", OUT_OF_BAND))
                .expect(200)
                .json();
        Map<String, String> client = Map.of(
                "client_id", app.get("client_id").asString(),
                "client_secret", app.get("client_secret").asString());
        String token = anyone.postForm("/oauth/token", with(client, "grant_type", "client_credentials"))
                .expect(200)
                .json()
                .get("access_token")
                .asString();

        get(new Http().with("Authorization", "Bearer " + token), "/api/v1/apps/verify_credentials");

        anyone.postForm("/oauth/revoke", with(client, "token", token)).expect(200);
    }

    @Test
    void confirmations() {
        post(Person.unconfirmed("fred"), "/api/v1/emails/confirmations");
    }

    @Test
    void accounts() {
        get(
                anyone,
                "/api/v1/accounts/" + ALICE.id,
                "/api/v1/accounts?id[]=" + ALICE.id,
                "/api/v1/accounts/lookup?acct=" + ALICE.username,
                "/api/v1/accounts/" + ALICE.id + "/followers",
                "/api/v1/accounts/" + ALICE.id + "/following");
        get(
                ALICE.api,
                "/api/v1/accounts/verify_credentials",
                "/api/v1/accounts/search?q=" + BOB.username,
                "/api/v1/preferences",
                "/api/v1/profile",
                "/oauth/userinfo");
        post(ALICE.api, "/oauth/userinfo");
        Map<String, ?> profile = Map.of(
                "note", "Likes #bread",
                "fields_attributes", List.of(Map.of("name", "Web", "value", "example.org")),
                "attribution_domains", List.of("blog.example"));
        ALICE.api.patch("/api/v1/accounts/update_credentials", profile).expect(200);
        ALICE.api.patch("/api/v1/profile", profile).expect(200);
        ALICE.api.delete("/api/v1/profile/avatar").expect(200);
        ALICE.api.delete("/api/v1/profile/header").expect(200);
    }

    @Test
    void follows() {
        Person locked = Person.signUp("dora");
        locked.api
                .patch("/api/v1/accounts/update_credentials", Map.of("locked", true))
                .expect(200);
        ALICE.follow(locked);
        BOB.follow(locked);
        get(locked.api, "/api/v1/follow_requests");
        post(
                locked.api,
                "/api/v1/follow_requests/" + ALICE.id + "/authorize",
                "/api/v1/follow_requests/" + BOB.id + "/reject");
        get(locked.api, "/api/v1/accounts/" + locked.id + "/followers");
        get(ALICE.api, "/api/v1/accounts/relationships?id[]=" + locked.id + "&id[]=" + BOB.id);
        post(ALICE.api, "/api/v1/accounts/" + locked.id + "/unfollow");
    }

    @Test
    void silences() {
        Person eve = Person.signUp("eve");
        String account = "/api/v1/accounts/" + eve.id;
        post(ALICE.api, account + "/block");
        get(ALICE.api, "/api/v1/blocks");
        post(ALICE.api, account + "/unblock", account + "/mute");
        get(ALICE.api, "/api/v1/mutes");
        post(ALICE.api, account + "/unmute");
        ALICE.api.post(account + "/note", Map.of("comment", "From work")).expect(200);
        eve.follow(ALICE);
        post(ALICE.api, account + "/remove_from_followers");
    }

    @Test
    void endorsementsWithTheDirectory() {
        String account = "/api/v1/accounts/" + BOB.id;
        ALICE.follow(BOB);
        post(ALICE.api, account + "/endorse");
        get(
                ALICE.api,
                "/api/v1/endorsements",
                "/api/v1/accounts/" + ALICE.id + "/endorsements",
                "/api/v1/directory?order=new&local=true");
        get(anyone, "/api/v1/accounts/" + ALICE.id + "/endorsements", "/api/v1/directory?offset=1");
        post(ALICE.api, account + "/unendorse", account + "/pin", account + "/unpin");
    }

    @Test
    void suggestions() {
        get(
                ALICE.api,
                "/api/v1/suggestions",
                "/api/v2/suggestions",
                "/api/v1/accounts/familiar_followers?id[]=" + BOB.id);
        ALICE.api.delete("/api/v1/suggestions/" + BOB.id).expect(200);
    }

    @Test
    void sessions() {
        Http browser = ALICE.signIn().with("Origin", RunningPlatform.URL);
        ALICE.signIn();
        get(browser, "/api/v1/sessions", "/api/v1/authorized_apps");
        String other = browser.get("/api/v1/sessions")
                .json()
                .valueStream()
                .filter(session -> !session.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();

        browser.delete("/api/v1/sessions/" + other).expect(200);
        browser.delete("/api/v1/sessions").expect(200);
        browser.delete("/api/v1/authorized_apps/1").expect(200);
        ALICE.api.get("/api/v1/sessions").expect(403);
    }

    @Test
    void moderation() {
        Person owner = Person.owner("olga");
        Http staff = owner.within("read write admin:read admin:write");
        Person troll = Person.signUp("troll");
        String rule = written(staff, "/api/v1/admin/rules", Map.of("text", "Be kind", "translations", List.of()));
        String post = troll.post("Not kind at all");
        String report = ALICE.api
                .post(
                        "/api/v1/reports",
                        Map.of(
                                "account_id",
                                troll.id,
                                "status_ids",
                                List.of(post),
                                "rule_ids",
                                List.of(rule),
                                "comment",
                                "Look"))
                .expect(200)
                .json()
                .get("id")
                .asString();
        String queue = "/api/v1/admin/reports";
        get(staff, queue, queue + "/" + report, "/api/v1/admin/audit_log");
        staff.put(queue + "/" + report, Map.of("category", "spam")).expect(200);
        post(
                staff,
                queue + "/" + report + "/assign_to_self",
                queue + "/" + report + "/unassign",
                queue + "/" + report + "/resolve",
                queue + "/" + report + "/reopen");
        String account = "/api/v1/admin/accounts/" + troll.id;
        get(
                staff,
                account,
                "/api/v1/admin/accounts?username=" + troll.username,
                "/api/v2/admin/accounts?status=active");
        for (String sanction : List.of("sensitive", "silence", "suspend")) {
            staff.post(account + "/action", Map.of("type", sanction, "report_id", report))
                    .expect(200);
        }
        await().untilAsserted(() ->
                troll.api.get("/api/v1/accounts/verify_credentials").expect(401));
        post(staff, account + "/unsuspend", account + "/enable", account + "/unsilence", account + "/unsensitive");
        casework(staff, troll, account);
        addresses(staff);
        ruleAndRole(staff, rule, account);
        erasure(staff, account);
        dashboard(staff);
    }

    private static void erasure(Http staff, String account) {
        Person second = Person.signUp("second");
        staff.post("/api/v1/admin/accounts/" + second.id + "/role", Map.of("role_id", "2"))
                .expect(200);
        Http other = second.within("admin:read admin:write");
        staff.post(account + "/action", Map.of("type", "suspend")).expect(200);
        staff.delete(account).expect(202);
        other.delete(account + "/erasure_request").expect(200);
        staff.delete(account).expect(202);
        other.delete(account).expect(200);
        get(staff, account);
    }

    private static void dashboard(Http staff) {
        Map<String, String> days =
                Map.of("start_at", "2026-11-01", "end_at", "2026-11-30T12:00:00Z", "frequency", "month");
        List<String> measures =
                List.of("active_users", "posts", "interactions", "mails_sent", "response_time", "tag_uses");
        staff.post("/api/v1/admin/measures", with(days, "keys", measures, "tag_uses", Map.of("id", "bread")))
                .expect(200);
        List<String> dimensions = List.of("languages", "sources", "space_usage", "software_versions", "servers");
        staff.post("/api/v1/admin/dimensions", with(days, "keys", dimensions, "limit", 5))
                .expect(200);
        staff.post("/api/v1/admin/retention", days).expect(200);
    }

    private static void addresses(Http staff) {
        String domains = "/api/v1/admin/email_domain_blocks";
        String domain = written(staff, domains, Map.of("domain", "mail" + System.nanoTime() + ".example"));
        get(staff, domains, domains + "/" + domain);
        staff.delete(domains + "/" + domain).expect(200);
        String mailboxes = "/api/v1/admin/canonical_email_blocks";
        Map<String, String> mailbox = Map.of("email", "nobody" + System.nanoTime() + "@example.org");
        String blocked = written(staff, mailboxes, mailbox);
        get(staff, mailboxes, mailboxes + "/" + blocked);
        staff.post(mailboxes + "/test", mailbox).expect(200);
        staff.delete(mailboxes + "/" + blocked).expect(200);
        invitations(staff);
        String networks = "/api/v1/admin/ip_blocks";
        String network = written(
                staff,
                networks,
                Map.of("ip", "203.0.113.0/24", "severity", "no_access", "comment", "Spam", "expires_in", 3600));
        get(staff, networks, networks + "/" + network);
        staff.put(networks + "/" + network, Map.of("severity", "sign_up_block")).expect(200);
        staff.delete(networks + "/" + network).expect(200);
    }

    private static void invitations(Http staff) {
        String own = "/api/v1/invites";
        String invite = written(staff, own, Map.of("max_uses", 1, "expires_in", 3600));
        get(staff, own, "/api/v1/admin/invites");
        staff.delete(own + "/" + invite).expect(200);
        staff.delete("/api/v1/admin/invites/" + written(staff, own, Map.of())).expect(200);
    }

    private static void casework(Http staff, Person troll, String account) {
        String strikes = "/api/v1/admin/strikes";
        Http own = troll.within("read write");
        for (String decision : List.of("/appeal/approve", "/appeal/reject", "/undo")) {
            staff.post(account + "/action", Map.of("type", "none", "text", "Mind this"))
                    .expect(200);
            String strike = own.get("/api/v1/strikes")
                    .expect(200)
                    .json()
                    .get(0)
                    .get("id")
                    .asString();
            own.post("/api/v1/strikes/" + strike + "/appeal", Map.of("text", "I did not"))
                    .expect(200);
            get(own, "/api/v1/strikes/" + strike);
            get(staff, strikes + "?appealed=true", strikes + "/" + strike);
            post(staff, strikes + "/" + strike + decision);
        }
        String file = own.get("/api/v1/moderation_cases")
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asString();
        String admin = "/api/v1/admin/cases";
        get(staff, admin, admin + "/" + file, admin + "/" + file + "/messages");
        staff.post(admin + "/" + file + "/messages", Map.of("text", "What happened?"))
                .expect(200);
        String messages = "/api/v1/moderation_cases/" + file + "/messages";
        get(own, messages);
        own.post(messages, Map.of("text", "Nothing")).expect(200);
        staff.post(account + "/notes", Map.of("text", "First time")).expect(200);
        get(staff, account + "/notes");
    }

    private static void ruleAndRole(Http staff, String rule, String account) {
        String rules = "/api/v1/admin/rules";
        get(staff, rules, rules + "/" + rule);
        staff.put(rules + "/" + rule, Map.of("hint", "Always")).expect(200);
        staff.delete(rules + "/" + rule).expect(200);
        String roles = "/api/v1/admin/roles";
        String role = written(staff, roles, Map.of("name", "Helper " + rule, "permissions", "16", "position", 5));
        get(staff, roles, roles + "/" + role);
        staff.put(roles + "/" + role, Map.of("highlighted", true)).expect(200);
        staff.post(account + "/role", Map.of("role_id", role)).expect(200);
        staff.delete(roles + "/" + role).expect(200);
    }

    private static String written(Http staff, String path, Map<String, ?> thing) {
        return staff.post(path, thing).expect(200).json().get("id").asString();
    }

    private static Map<String, Object> with(
            Map<String, ?> fields, String name, Object value, String other, Object more) {
        var all = new HashMap<String, Object>(fields);
        all.put(name, value);
        all.put(other, more);
        return all;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
