package io.microblog.user.moderation;

import io.microblog.kit.problem.Invalid;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.letter.LetterKind;
import org.jspecify.annotations.Nullable;

/** What can be done about an account. */
enum Sanction {
    /** Nothing but that it is noted, and told where that is wished. */
    NONE(AuditedAction.WARN, LetterKind.WARNING),
    /** All that it posts counts as sensitive. */
    SENSITIVE(AuditedAction.SENSITIVE, LetterKind.SENSITIZING),
    /** Nobody comes across it who does not follow it. */
    SILENCE(AuditedAction.SILENCE, LetterKind.LIMITATION),
    /** Its owner cannot use it. */
    DISABLE(AuditedAction.DISABLE, LetterKind.FREEZE),
    /** It is closed for everybody. */
    SUSPEND(AuditedAction.SUSPEND, LetterKind.SUSPENSION);

    private final AuditedAction noted;
    private final LetterKind letter;

    Sanction(AuditedAction noted, LetterKind letter) {
        this.noted = noted;
        this.letter = letter;
    }

    AuditedAction noted() {
        return noted;
    }

    /** Whether others act on it: it is written through to them then. */
    boolean concernsOthers() {
        return this == SENSITIVE || this == SILENCE || this == SUSPEND;
    }

    /** How the owner of the account is told. */
    LetterKind letter() {
        return letter;
    }

    /**
     * The sanction that a client calls so.
     *
     * @throws Invalid when there is none
     */
    static Sanction of(@Nullable String type) {
        return switch (type == null ? "" : type.strip()) {
            case "none" -> NONE;
            case "sensitive" -> SENSITIVE;
            case "silence" -> SILENCE;
            case "disable" -> DISABLE;
            case "suspend" -> SUSPEND;
            case "" -> throw Invalid.field("type", "ERR_BLANK", "can't be blank");
            default -> throw Invalid.field("type", "ERR_INCLUSION", "is not included in the list");
        };
    }
}
