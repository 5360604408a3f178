/** Posts and the timelines they appear in. */
@NullMarked
package io.microblog.post;

import org.jspecify.annotations.NullMarked;
