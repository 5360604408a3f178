package io.microblog.post.posting;

import java.util.List;

import io.microblog.kit.problem.Problem;
import org.springframework.http.HttpStatus;

/** 422: a post would reach people of whom its author does not know that it names them. */
final class UnexpectedMentions extends Problem {

    private final transient List<Long> accounts;

    UnexpectedMentions(List<Long> accounts) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "Post would be sent to unexpected accounts");
        this.accounts = accounts;
    }

    List<Long> accounts() {
        return accounts;
    }
}
