package io.microblog.post.list;

/**
 * The API's {@code List}.
 *
 * @param repliesPolicy which answers it shows
 * @param exclusive whether its members' posts leave the owner's home
 */
public record UserList(String id, String title, RepliesPolicy repliesPolicy, boolean exclusive) {}
