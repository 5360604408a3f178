package io.microblog.kit.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** 500: a defect. The client gets a fixed text and an id; everything else is in the log under that id. */
final class Unforeseen extends Problem {

    Unforeseen(@Nullable Throwable cause) {
        super(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side. Please try again later.", cause);
    }
}
