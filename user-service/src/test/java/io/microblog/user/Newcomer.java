package io.microblog.user;

import java.util.HashMap;
import java.util.Map;

/** Somebody who wants an account, by what they fill in. */
public record Newcomer(String username, String email, Map<String, String> form) {

    public static Newcomer named(String username) {
        String email = username + "@example.org";
        return new Newcomer(
                username,
                email,
                Map.of(
                        "username",
                        username,
                        "email",
                        email,
                        "password",
                        World.PASSWORD,
                        "agreement",
                        "true",
                        "locale",
                        "en"));
    }

    /** The same, filling in something else or something more. */
    public Newcomer with(String field, String value) {
        var other = new HashMap<>(form);
        other.put(field, value);
        return new Newcomer(
                other.getOrDefault("username", username), other.getOrDefault("email", email), Map.copyOf(other));
    }
}
