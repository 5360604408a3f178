package io.microblog.post.automatic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Permission;
import io.microblog.post.Person;
import io.microblog.post.Reply;
import io.microblog.testing.TestTokens;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody whose role lets them write rules and handle reports. */
record Staff(Person person) {

    static final String RULES = "/api/v1/admin/automatic_rules";
    static final String HELD = "/api/v1/admin/held_posts";

    /** A rule in force that must be accepted. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    final Reply rules(String action, Map<String, ?>... conditions) {
        Reply rule = does(HttpMethod.POST, RULES, rule(action, conditions));
        assertThat(rule.status()).as(rule.body().toString()).isEqualTo(200);
        return rule;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    static Map<String, ?> rule(String action, Map<String, ?>... conditions) {
        return Map.of("name", "A rule", "action", action, "enabled", true, "conditions", List.of(conditions));
    }

    Reply does(HttpMethod method, String path, Map<String, ?> body) {
        return person.sendsWith(token(person, Permission.MANAGE_RULES, Permission.MANAGE_REPORTS), method, path, body);
    }

    Reply reads(String path) {
        return person.readsWith(token(person, Permission.MANAGE_RULES, Permission.MANAGE_REPORTS), path);
    }

    /** So that they do not catch what other tests post. */
    void endsAllRules() {
        reads(RULES).ids().forEach(id -> does(HttpMethod.DELETE, RULES + "/" + id, new HashMap<>()));
    }

    static String token(Person person, Permission... permissions) {
        return TestTokens.with(claims -> claims.subject(Long.toString(person.id()))
                .claim("scope", "read write admin:read admin:write")
                .claim("permissions", Permission.sum(permissions)));
    }

    static Map<String, ?> words(String... words) {
        return Map.of("type", "words", "words", List.of(words));
    }
}
