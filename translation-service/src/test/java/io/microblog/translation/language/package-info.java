@NullMarked
package io.microblog.translation.language;

import org.jspecify.annotations.NullMarked;
