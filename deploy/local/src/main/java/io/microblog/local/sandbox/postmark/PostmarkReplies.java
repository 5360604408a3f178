package io.microblog.local.sandbox.postmark;

import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.local.sandbox.http.Json;
import io.microblog.local.sandbox.http.Refused;
import io.microblog.local.sandbox.http.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/**
 * The shapes in which Postmark answers.
 *
 * @see <a href="https://postmarkapp.com/developer/api/overview#error-codes">Error codes</a>
 */
final class PostmarkReplies {

    private record ApiError(
            @JsonProperty("ErrorCode") int errorCode,
            @JsonProperty("Message") String message) {}

    static final Reply NO_TOKEN = error(
            401,
            10,
            "No Account or Server API tokens were supplied in the HTTP headers. Please add a header for either "
                    + "X-Postmark-Server-Token or X-Postmark-Account-Token to your HTTP request.");
    static final Reply WRONG_TOKEN = error(401, 10, "Request does not contain a valid Server token.");
    static final Reply NOT_FOUND = error(404, 404, "The requested resource does not exist.");
    static final Reply METHOD_NOT_ALLOWED = error(405, 405, "The requested resource does not support this method.");
    static final Reply TOO_LARGE = error(413, 300, "The request is larger than the payload limit.");
    static final Reply NOT_JSON =
            error(422, 409, "Your HTTP request does not have the Content-Type header set to application/json.");
    static final Reply BAD_JSON = error(422, 402, "Received invalid JSON input.");
    static final Reply WRONG_FIELDS = error(422, 403, "Invalid request field(s): a field has the wrong type.");
    static final Reply BATCH_TOO_LONG = error(422, 410, "A batch holds at most 500 messages.");
    static final Reply NO_SUCH_MESSAGE = error(422, 701, "This message does not exist.");
    static final Reply RATE_LIMITED = error(429, 429, "Rate limit exceeded.");
    static final Reply SERVER_ERROR = error(500, 500, "An internal server error occurred.");

    private PostmarkReplies() {}

    static Reply ok(Object value) {
        return Reply.json(200, value, Json.UPPER_CAMEL_CASE);
    }

    static Reply badQuery(String message) {
        return error(422, 700, message);
    }

    static Reply error(int status, int code, String message) {
        return Reply.json(status, new ApiError(code, message));
    }

    /** Reads JSON; what cannot be read ends the call as Postmark ends it. */
    static <T> T parse(Supplier<T> reading) {
        try {
            var value = reading.get();
            if (value == null) {
                throw new Refused(BAD_JSON);
            }
            return value;
        } catch (StreamReadException e) {
            throw new Refused(BAD_JSON);
        } catch (JacksonException e) {
            throw new Refused(WRONG_FIELDS);
        }
    }
}
