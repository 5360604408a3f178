@NullMarked
package io.microblog.translation.markup;

import org.jspecify.annotations.NullMarked;
