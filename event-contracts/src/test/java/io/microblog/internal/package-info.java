@NullMarked
package io.microblog.internal;

import org.jspecify.annotations.NullMarked;
