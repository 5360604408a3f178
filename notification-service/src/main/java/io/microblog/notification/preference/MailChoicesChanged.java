package io.microblog.notification.preference;

/** A person wants their mail otherwise: what is held back may be due. */
public record MailChoicesChanged(long accountId) {}
