/** What clients have to know of pushes before they subscribe to any. */
@NullMarked
package io.microblog.user.push;

import org.jspecify.annotations.NullMarked;
