@NullMarked
package io.microblog.kit.start;

import org.jspecify.annotations.NullMarked;
