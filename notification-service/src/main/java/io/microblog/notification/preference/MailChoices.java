package io.microblog.notification.preference;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be mailed of, and when not.
 *
 * @param decided how they want to hear of the kinds about which they have decided
 * @param quietHours null for none
 * @param digestTime when they get digests
 */
public record MailChoices(
        Map<MailKind, MailMode> decided, @Nullable QuietHours quietHours, DigestTime digestTime) {

    /** How they hear of a kind. */
    public MailMode mode(MailKind kind) {
        return decided.getOrDefault(kind, kind.byDefault());
    }

    /** Whether they are mailed of a kind at all. */
    public boolean wants(MailKind kind) {
        return mode(kind) != MailMode.NEVER;
    }
}
