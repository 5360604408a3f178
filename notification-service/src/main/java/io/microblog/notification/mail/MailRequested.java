package io.microblog.notification.mail;

/** A mail was asked for; it may leave once the transaction has committed. */
public record MailRequested(Lane lane) {}
