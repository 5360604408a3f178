package io.microblog.user.login;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose at sign-up.
 *
 * @param email proved, in lower case
 * @param passwordHash by {@link LoginService#hash}
 * @param locale BCP 47 tag
 * @param timeZone IANA name
 * @param app by which they signed up; null in a browser
 */
public record NewLogin(
        String email,
        String passwordHash,
        String locale,
        String timeZone,
        @Nullable String app) {}
