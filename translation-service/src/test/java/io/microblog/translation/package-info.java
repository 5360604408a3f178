@NullMarked
package io.microblog.translation;

import org.jspecify.annotations.NullMarked;
