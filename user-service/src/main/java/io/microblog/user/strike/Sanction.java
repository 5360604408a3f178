package io.microblog.user.strike;

import java.util.Arrays;
import java.util.Locale;

import io.microblog.kit.problem.Invalid;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.letter.LetterKind;
import org.jspecify.annotations.Nullable;

/** What can be done about an account or posts of it. */
public enum Sanction {
    /** Nothing but that it is noted, and told where that is wished. */
    NONE(AuditedAction.WARN, LetterKind.WARNING),
    /** Posts that were reported are deleted, as their author would; nobody can bring them back. */
    DELETE_STATUSES(AuditedAction.DELETE_STATUSES, LetterKind.REMOVAL),
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

    /** As programs call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    AuditedAction noted() {
        return noted;
    }

    /** How the owner of the account is told. */
    LetterKind letter() {
        return letter;
    }

    /** Whether it holds until it is lifted, so that it may have an end. */
    boolean lasts() {
        return this != NONE && this != DELETE_STATUSES;
    }

    /** Whether others act on it: it is written through to them then. */
    boolean concernsOthers() {
        return this == SENSITIVE || this == SILENCE || this == SUSPEND;
    }

    /**
     * The sanction that a client calls so.
     *
     * @throws Invalid when there is none
     */
    public static Sanction of(@Nullable String type) {
        String wanted = type == null ? "" : type.strip();
        if (wanted.isEmpty()) {
            throw Invalid.field("type", "ERR_BLANK", "can't be blank");
        }
        return Arrays.stream(values())
                .filter(sanction -> sanction.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Invalid.field("type", "ERR_INCLUSION", "is not included in the list"));
    }
}
