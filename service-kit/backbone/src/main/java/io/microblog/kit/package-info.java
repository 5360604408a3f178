/** What every service gets: see the packages below. */
@NullMarked
package io.microblog.kit;

import org.jspecify.annotations.NullMarked;
