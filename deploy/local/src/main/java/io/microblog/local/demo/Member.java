package io.microblog.local.demo;

/**
 * A person with an account.
 *
 * @param username as the platform has it: another than the person's own where that was taken
 */
record Member(Person person, String username, String id, String token) {}
