/** Ids that sort by time and need no coordination between nodes. */
@NullMarked
package io.microblog.kit.id;

import org.jspecify.annotations.NullMarked;
