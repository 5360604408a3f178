@NullMarked
package io.microblog.user.dashboard;

import org.jspecify.annotations.NullMarked;
