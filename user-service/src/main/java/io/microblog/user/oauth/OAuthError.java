package io.microblog.user.oauth;

/**
 * How OAuth 2 refuses (RFC 6749, section 5.2).
 *
 * @param error a code for programs
 * @param errorDescription for people
 */
record OAuthError(String error, String errorDescription) {}
