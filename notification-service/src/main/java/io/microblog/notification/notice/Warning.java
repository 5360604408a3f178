package io.microblog.notification.notice;

import java.time.Instant;

/**
 * What moderators decided about an account, as its owner was told.
 *
 * @param action none (nothing but the warning), sensitive, silence, disable or suspend
 * @param text what they said about it
 */
public record Warning(long id, String action, String text, Instant at) {}
