@NullMarked
package io.microblog.post;

import org.jspecify.annotations.NullMarked;
