@NullMarked
package io.microblog.local.launcher;

import org.jspecify.annotations.NullMarked;
