@NullMarked
package io.microblog.translation.cache;

import org.jspecify.annotations.NullMarked;
