@NullMarked
package io.microblog.translation.translate;

import org.jspecify.annotations.NullMarked;
