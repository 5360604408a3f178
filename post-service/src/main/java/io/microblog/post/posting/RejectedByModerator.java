package io.microblog.post.posting;

import io.microblog.kit.problem.Problem;
import org.springframework.http.HttpStatus;

/** Why a post that waited for a moderator is its author's draft. */
final class RejectedByModerator extends Problem {

    RejectedByModerator() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "A moderator decided not to publish it", "rejected-by-moderator", null);
    }
}
