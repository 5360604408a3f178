/**
 * Web Push: who wants to be told where, and what is owed to them. A subscription belongs to one access token or session and
 * ends with it.
 */
@NullMarked
package io.microblog.notification.push;

import org.jspecify.annotations.NullMarked;
