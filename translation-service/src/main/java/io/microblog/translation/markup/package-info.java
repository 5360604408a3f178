/** HTML on its way to a translator and back. */
@NullMarked
package io.microblog.translation.markup;

import org.jspecify.annotations.NullMarked;
