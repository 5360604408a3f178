package io.microblog.local.sandbox.postmark;

/** A mail that Postmark would not take, with its error code and words. */
class EmailRefused extends RuntimeException {

    static final int INVALID_EMAIL = 300;
    static final int INACTIVE_RECIPIENT = 406;
    static final int FORBIDDEN_ATTACHMENT = 411;
    static final int NO_SUCH_STREAM = 1235;

    private final int code;

    EmailRefused(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static EmailRefused invalid(String message) {
        return new EmailRefused(INVALID_EMAIL, message);
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
