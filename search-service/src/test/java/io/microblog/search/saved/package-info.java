@NullMarked
package io.microblog.search.saved;

import org.jspecify.annotations.NullMarked;
