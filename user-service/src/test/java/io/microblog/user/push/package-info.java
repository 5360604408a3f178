@NullMarked
package io.microblog.user.push;

import org.jspecify.annotations.NullMarked;
