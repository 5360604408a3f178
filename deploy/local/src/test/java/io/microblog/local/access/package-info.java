@NullMarked
package io.microblog.local.access;

import org.jspecify.annotations.NullMarked;
