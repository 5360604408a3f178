@NullMarked
package io.microblog.translation.budget;

import org.jspecify.annotations.NullMarked;
