package io.microblog.local.launcher;

/** Something is not as it has to be; the message is for the person at the terminal, and all they get to see. */
class LauncherException extends RuntimeException {
    LauncherException(String message) {
        super(message);
    }

    LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
