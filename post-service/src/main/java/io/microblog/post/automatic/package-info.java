/** Rules by which the server refuses, holds, reports or limits posts by itself. */
@NullMarked
package io.microblog.post.automatic;

import org.jspecify.annotations.NullMarked;
