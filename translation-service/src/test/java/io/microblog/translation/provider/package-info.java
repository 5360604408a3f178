@NullMarked
package io.microblog.translation.provider;

import org.jspecify.annotations.NullMarked;
