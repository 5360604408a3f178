package io.microblog.local.engine;

/** A part could not be prepared, started or stopped; the message is one for the person at the terminal. */
public class EngineException extends RuntimeException {
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
