@NullMarked
package io.microblog.user.directory;

import org.jspecify.annotations.NullMarked;
