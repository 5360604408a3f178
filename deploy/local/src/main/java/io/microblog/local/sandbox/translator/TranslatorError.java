package io.microblog.local.sandbox.translator;

import io.microblog.local.sandbox.http.Refused;
import io.microblog.local.sandbox.http.Reply;

/**
 * The service's errors: the first three digits of a code are the HTTP status.
 *
 * @see <a href="https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/status-response-codes">Status codes</a>
 */
enum TranslatorError {
    SCOPE(400_001, "The \"scope\" parameter is invalid."),
    INPUT_MISSING(400_005, "An input text is missing or invalid."),
    ELEMENT(400_020, "One of the elements in the array of input text is not valid."),
    API_VERSION(400_021, "The API version parameter is missing or invalid."),
    SOURCE_LANGUAGE(400_035, "The source language is not valid."),
    TARGET_LANGUAGE(400_036, "The target language is not valid."),
    TEXT_TOO_LONG(400_050, "The input text is too long."),
    TEXT_TYPE(400_071, "The text type is not valid."),
    TOO_MANY_ELEMENTS(400_072, "The array of input text has too many elements."),
    BODY(400_074, "The body of the request is not valid JSON."),
    REQUEST_TOO_LARGE(400_077, "The maximum request size has been exceeded."),
    CREDENTIALS(401_000, "The request is not authorized because credentials are missing or invalid."),
    NOT_FOUND(404_000, "The requested resource was not found."),
    METHOD(405_000, "The request method is not supported for the requested resource."),
    CONTENT_TYPE(415_000, "The Content-Type header is missing or invalid."),
    TOO_MANY_REQUESTS(429_001, "The server rejected the request because the client has exceeded request limits."),
    SERVER(500_000, "An unexpected error occurred. Please try again later.");

    private record Body(Details error) {}

    private record Details(int code, String message) {}

    private final int code;
    private final String message;

    TranslatorError(int code, String message) {
        this.code = code;
        this.message = message;
    }

    Reply reply() {
        return Reply.json(code / 1000, new Body(new Details(code, message)));
    }

    Refused refusal() {
        return new Refused(reply());
    }
}
