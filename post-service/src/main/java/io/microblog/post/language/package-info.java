/** In which language a text is, where nobody says it. */
@NullMarked
package io.microblog.post.language;

import org.jspecify.annotations.NullMarked;
