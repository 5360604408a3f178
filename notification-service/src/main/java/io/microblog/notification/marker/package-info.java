/** How far a person has read a timeline. */
@NullMarked
package io.microblog.notification.marker;

import org.jspecify.annotations.NullMarked;
