@NullMarked
package io.microblog.user.portrait;

import org.jspecify.annotations.NullMarked;
