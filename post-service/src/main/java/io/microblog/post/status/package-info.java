/** Posts as the API shows them, and who may see which. */
@NullMarked
package io.microblog.post.status;

import org.jspecify.annotations.NullMarked;
