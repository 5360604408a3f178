/** The kinds of notifications, by the one set of names that the API, the tables and pushes have. */
@NullMarked
package io.microblog.notification.kind;

import org.jspecify.annotations.NullMarked;
