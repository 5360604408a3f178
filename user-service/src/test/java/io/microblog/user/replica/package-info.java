@NullMarked
package io.microblog.user.replica;

import org.jspecify.annotations.NullMarked;
