package io.microblog.post.list;

import java.util.Objects;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.Label;
import org.jspecify.annotations.Nullable;

/** What a client sends to make or change a list. A change keeps what is left out. */
record ListRequest(
        @Nullable String title,
        @Nullable RepliesPolicy repliesPolicy,
        @Nullable Boolean exclusive) {

    private static final int MAX_TITLE = 100;

    /**
     * What the list will be.
     *
     * @param before what it is, or what a new one is unless told otherwise
     * @throws Invalid when nothing is left to see of the title, or too much
     */
    UserList over(UserList before) {
        return new UserList(
                before.id(),
                Label.required("title", title == null ? before.title() : title, MAX_TITLE),
                Objects.requireNonNullElse(repliesPolicy, before.repliesPolicy()),
                Objects.requireNonNullElse(exclusive, before.exclusive()));
    }
}
