/** Posts that are being written, as far as they have come, wherever their authors go on. */
@NullMarked
package io.microblog.post.draft;

import org.jspecify.annotations.NullMarked;
