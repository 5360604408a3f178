package io.microblog.notification.push;

/** There are pushes to send, once the transaction is over. */
public record PushRequested() {}
