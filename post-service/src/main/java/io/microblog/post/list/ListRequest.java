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
                title(before),
                Objects.requireNonNullElse(repliesPolicy, before.repliesPolicy()),
                Objects.requireNonNullElse(exclusive, before.exclusive()));
    }

    private String title(UserList before) {
        String clean = title == null ? before.title() : Label.clean(title);
        if (clean.isEmpty()) {
            throw Invalid.field("title", "ERR_BLANK", "can't be blank");
        }
        if (!Label.fits(clean, MAX_TITLE)) {
            throw Invalid.field("title", "ERR_TOO_LONG", "is longer than %d characters".formatted(MAX_TITLE));
        }
        return clean;
    }
}
