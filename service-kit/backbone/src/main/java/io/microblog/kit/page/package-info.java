/** Pages, images and other files whose address a stranger chose. */
@NullMarked
package io.microblog.kit.page;

import org.jspecify.annotations.NullMarked;
