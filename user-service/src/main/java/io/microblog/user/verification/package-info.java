/** Whether the pages that a profile links to link back, so that they are the same person's. */
@NullMarked
package io.microblog.user.verification;

import org.jspecify.annotations.NullMarked;
