package io.microblog.kit.web;

import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Problem;
import org.springframework.http.HttpStatus;
import tools.jackson.core.StreamReadConstraints;

/**
 * How large a request's data may be before anybody looks at its meaning. The API's largest body is a post of 5,000
 * characters with a poll; its deepest is three levels.
 */
final class BodyLimits {

    /** Bytes of a JSON body; forms are limited by the container. */
    static final int JSON_BYTES = 1 << 20;

    private static final int DEPTH = 10;
    private static final int NAME_LENGTH = 200;
    private static final int VALUES = 1000;

    /** The same limits for the JSON parser. */
    static final StreamReadConstraints JSON = StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH)
            .maxNameLength(NAME_LENGTH)
            .maxNumberLength(100)
            .maxStringLength(JSON_BYTES)
            .maxTokenCount(5L * VALUES)
            .build();

    private BodyLimits() {}

    static void checkValues(Map<String, ? extends List<?>> form) {
        long count = form.values().stream().mapToLong(List::size).sum();
        if (count > VALUES) {
            throw new Invalid("The request has too many values");
        }
    }

    static void checkName(String name) {
        if (name.length() > NAME_LENGTH) {
            throw new Invalid("The request has a name that is too long");
        }
    }

    static void checkDepth(int depth) {
        if (depth > DEPTH) {
            throw new Invalid("The request is nested too deeply");
        }
    }

    static Problem tooLarge() {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "The body is too large");
    }

    static Problem unsupported() {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type of the body is not supported");
    }
}
