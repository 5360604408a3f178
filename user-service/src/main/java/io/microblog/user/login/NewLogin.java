package io.microblog.user.login;

/**
 * What a person chose at sign-up.
 *
 * @param email proved, in lower case
 * @param passwordHash by {@link LoginService#hash}
 * @param locale BCP 47 tag
 * @param timeZone IANA name
 */
public record NewLogin(String email, String passwordHash, String locale, String timeZone) {}
