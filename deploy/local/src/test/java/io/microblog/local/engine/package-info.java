@NullMarked
package io.microblog.local.engine;

import org.jspecify.annotations.NullMarked;
