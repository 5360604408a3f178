package io.microblog.user.account;

import java.util.List;

/**
 * A profile with values that may be links to pages of the same person.
 *
 * @param username whose
 * @param values of its fields that are not verified, as typed
 */
public record LinkedProfile(String username, List<String> values) {}
