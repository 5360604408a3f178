/** What texts become before they are compared: the same for what is searched and for what it is searched by. */
@NullMarked
package io.microblog.search.analysis;

import org.jspecify.annotations.NullMarked;
