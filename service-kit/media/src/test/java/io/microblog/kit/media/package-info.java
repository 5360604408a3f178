@NullMarked
package io.microblog.kit.media;

import org.jspecify.annotations.NullMarked;
