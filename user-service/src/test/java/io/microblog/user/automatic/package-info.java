@NullMarked
package io.microblog.user.automatic;

import org.jspecify.annotations.NullMarked;
