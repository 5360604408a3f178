/** What translations are kept with. */
@NullMarked
package io.microblog.translation.stack;

import org.jspecify.annotations.NullMarked;
