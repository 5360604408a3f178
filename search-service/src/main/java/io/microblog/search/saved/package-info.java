/** What somebody searched for lately, and what they saved. */
@NullMarked
package io.microblog.search.saved;

import org.jspecify.annotations.NullMarked;
